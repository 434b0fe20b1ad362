// What the posts found have in common, to narrow them down by.
import { at, counted, el } from './dom.js';
import { filters, inner, withValue } from './address.js';
import { language } from './words.js';

const NAMES = { tag: 'Tags', language: 'Languages', site: 'Sites', author: 'Authors' };
const FEW = 10;

export function showFacets(facets) {
  const groups = Object.keys(NAMES).map(name => group(name, facets[name] || [])).filter(Boolean);
  at('facets').hidden = !groups.length;
  at('facet-lists').replaceChildren(...groups);
}

/** Nothing where there is no choice: every post has the one value, or it is chosen already. */
function group(name, values) {
  const open = values.filter(one => !filters().getAll(name).includes(one.value));
  if (!open.length) return null;
  const list = el('ul', { class: 'chips' }, open.slice(0, FEW).map(one => item(name, one)));
  const rest = open.slice(FEW);
  const more = rest.length && el('button', { type: 'button', class: 'quiet', click: () => {
    list.append(...rest.map(one => item(name, one)));
    list.children[FEW].querySelector('a').focus();
    more.remove();
  } }, rest.length + ' more');
  return el('section', { 'aria-label': NAMES[name] }, el('h3', {}, NAMES[name]), list, more || null);
}

function item(name, one) {
  const label = name === 'language' ? language(one.value) : one.label;
  return el('li', {}, inner(counted(label, one.posts), withValue(name, one.value), { class: 'chip' }));
}
