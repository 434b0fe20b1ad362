// The page's address says what it shows: a query, a post, a story or a view. Everything can be linked to, and the browser goes back.
import { el } from './dom.js';

/** What narrows a query down, in the order in which it is shown. */
export const FILTERS = ['tag', 'language', 'site', 'author', 'from', 'to'];
const ORDER = ['sort', 'fold'];

export const asked = () => new URLSearchParams(location.search);

function picked(names) {
  const all = asked();
  const some = new URLSearchParams();
  if ((all.get('q') || '').trim()) some.set('q', all.get('q').trim());
  for (const name of names) for (const value of all.getAll(name)) if (value) some.append(name, value);
  return some;
}

/** The words and filters: which posts are meant. */
export const filters = () => picked(FILTERS);

/** With the order they come in. */
export const query = () => picked([...FILTERS, ...ORDER]);

/** The address of the query with a change. */
export function changed(change) {
  const next = query();
  change(next);
  return '/' + (next.size ? '?' + next : '');
}

/** Without one of its filters. */
export function without(name, value) {
  return changed(next => {
    const rest = next.getAll(name).filter(one => one !== value);
    next.delete(name);
    rest.forEach(one => next.append(name, one));
  });
}

/** With one more tag, or another value of what a query can have one of. */
export function withValue(name, value) {
  return changed(next => name === 'tag' ? next.append(name, value) : next.set(name, value));
}

export function go(url) {
  history.replaceState({ top: scrollY }, '');
  history.pushState({ top: 0 }, '', url);
  dispatchEvent(new Event('moved'));
}

/** Clicks on our own addresses change the view and not the page. */
export function inner(content, url, attributes = {}) {
  return el('a', { href: url, click: event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(url);
  }, ...attributes }, content);
}

export const postAddress = id => '/?post=' + encodeURIComponent(id);

/** All posts with a tag, and no other filter. */
export const withTag = slug => '/?tag=' + encodeURIComponent(slug);
