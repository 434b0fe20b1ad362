// Elements. All text goes in as text, never as markup.

export const at = id => document.getElementById(id);

/** An element with attributes and children; a string is text, a function listens to the event of its name, nothing is left out. */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for pictures. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false && child !== ''));
  return element;
}

/** A chip: a short text in a frame, with a count behind it where there is one. */
export function counted(label, count) {
  return [label, ' ', el('span', { class: 'count' }, count.toLocaleString())];
}

/** A term and what is said of it. */
export function pair(term, ...said) {
  return [el('dt', {}, term), el('dd', {}, ...said)];
}
