// The content of a post, laid out: the sanitised HTML that the API gives, taken over element by element into a tree of its own, so
// that nothing in it can touch the page around it, and no style of the page can change it.
import { el } from './dom.js';

const ELEMENTS = new Set(('a abbr blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img input ins'
  + ' kbd li mark ol p pre q rp rt ruby samp small strong sub sup table tbody td th thead tr u ul var').split(' '));
const ATTRIBUTES = new Set('href title src alt start colspan rowspan align type checked disabled'.split(' '));
const ADDRESS = /^(https?:\/\/|mailto:|tel:|#)/i;
const PICTURE = /^(https?:\/\/|data:image\/)/i;

/** The root of the laid-out content, within the host. */
export function layOut(host, post) {
  const tree = host.shadowRoot || host.attachShadow({ mode: 'open' });
  const root = el('div', { class: 'content', lang: (post.language || {}).code, dir: 'auto' });
  const parsed = new DOMParser().parseFromString(post.html, 'text/html');
  for (const child of parsed.body.childNodes) take(child, root);
  tree.replaceChildren(el('link', { rel: 'stylesheet', href: '/page/content.css' }), root);
  return root;
}

/** The plain text in its place, for when the HTML does not say the very same. */
export function layOutText(host, post) {
  const root = el('div', { class: 'content plain', lang: (post.language || {}).code, dir: 'auto' }, post.text);
  host.shadowRoot.replaceChildren(el('link', { rel: 'stylesheet', href: '/page/content.css' }), root);
  return root;
}

/** What is not on the list is left out, its children are not. */
function take(node, into) {
  if (node.nodeType === Node.TEXT_NODE) return into.append(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const name = node.localName;
  if (name === 'script' || name === 'style') return;
  const copy = ELEMENTS.has(name) ? document.createElement(name) : null;
  if (copy) {
    for (const attribute of node.attributes) if (safe(attribute)) copy.setAttribute(attribute.name, attribute.value);
    finish(copy, node);
    into.append(copy);
  }
  for (const child of node.childNodes) take(child, copy || into);
}

function safe({ name, value }) {
  if (!ATTRIBUTES.has(name)) return false;
  if (name === 'href') return ADDRESS.test(value);
  return name !== 'src' || PICTURE.test(value);
}

function finish(copy, node) {
  if (copy.localName === 'a') copy.rel = 'external noopener nofollow';
  if (copy.localName === 'img') Object.assign(copy, { loading: 'lazy', alt: node.getAttribute('alt') || '' });
  if (copy.localName === 'input') Object.assign(copy, { type: 'checkbox', disabled: true, ariaLabel: node.checked ? 'done' : 'open' });
  // What is wider than the page is scrolled by keyboard too.
  if (copy.localName === 'pre') copy.tabIndex = 0;
}
