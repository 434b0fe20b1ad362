// The list of the posts that answer a query.
import { at, el } from './dom.js';
import { get } from './api.js';
import { asked, changed, filters, go, inner, query, without } from './address.js';
import { language, plural } from './words.js';
import { row } from './posts.js';
import { showFacets } from './facets.js';
import { hideTimeline, showTimeline } from './timeline.js';

const PAGE = '20';
let current = null;
let shown = null;
let failed = false;

/** Shows the list of the address; what is there already stays, so that going back finds the place again. */
export async function showSearch(top) {
  const wanted = query().toString();
  document.title = (query().get('q') || 'Posts') + ' · Postwire';
  at('q').value = query().get('q') || '';
  showChips();
  showOrder();
  if (shown === wanted && top > 0) return scrollTo(0, top);
  shown = null;
  await page(null);
  if (top > 0) scrollTo(0, top);
}

/** The list is out of date: the next time it is made anew. */
export function forget() {
  shown = null;
}

/** The service is there again: what could not be shown is tried once more. */
export function recover() {
  if (failed) page(null);
}

async function page(cursor) {
  failed = false;
  if (current) current.abort();
  current = new AbortController();
  const mine = current;
  at('results').setAttribute('aria-busy', 'true');
  try {
    const list = await get('/v1/posts?' + parameters(cursor), { signal: mine.signal });
    if (cursor) return append(list);
    at('posts').replaceChildren(...list.posts.map(post => row(post)));
    tell(list);
    next(list);
    showFacets(list.facets || {});
    showTimeline();
    shown = query().toString();
  } catch (e) {
    if (e.name !== 'AbortError') fail(e, cursor);
  } finally {
    if (mine === current) at('results').removeAttribute('aria-busy');
  }
}

function parameters(cursor) {
  const wanted = query();
  wanted.set('limit', PAGE);
  if (wanted.has('q')) wanted.set('highlight', 'true');
  wanted.set(cursor ? 'cursor' : 'facets', cursor || 'tag,language,site,author');
  return wanted;
}

function append(list) {
  const first = list.posts.length ? at('posts').children.length : -1;
  at('posts').append(...list.posts.map(post => row(post)));
  next(list);
  if (first >= 0) at('posts').children[first].querySelector('h2 a').focus();
}

function next(list) {
  at('more').hidden = !list.next;
  at('more').onclick = () => page(list.next);
}

/** How many there are, what was ignored, what may have been meant. */
function tell(list) {
  const count = (list.totalIsAtLeast ? 'At least ' : '') + plural(list.total, 'post');
  at('state').className = '';
  at('state').replaceChildren(...(list.posts.length ? [count] : nothing()));
  const notes = (list.notes || []).map(note => el('li', {}, note));
  const meant = (list.suggestions || []).map(one => el('li', {}, 'Did you mean ', inner(one, changed(q => q.set('q', one))), '?'));
  at('notes').replaceChildren(...meant, ...notes);
}

/** And what may help. */
function nothing() {
  const words = filters().get('q');
  const narrowed = filters().size > (words ? 1 : 0);
  if (!words && !narrowed) return ['There is no post yet. ', inner('Try one', '/?view=try'), ', and submit it.'];
  if (!narrowed) return ['No post answers this. Other words may find some.'];
  return ['No post answers this. ', words ? inner('Search without the filters', onlyWords(words)) : inner('Show all posts', '/')];
}

const onlyWords = words => '/?q=' + encodeURIComponent(words);

function fail(e, cursor) {
  at('state').className = 'error';
  at('state').replaceChildren(e.message, ' ', el('button', { type: 'button', class: 'quiet', click: () => page(cursor) }, 'Try again'));
  if (cursor) return;
  failed = true;
  hideTimeline();
  showFacets({});
  at('posts').replaceChildren();
  at('notes').replaceChildren();
  at('more').hidden = true;
}

/** The filters in use, each with a way out of it. */
function showChips() {
  const chips = [...filters()].filter(([name]) => name !== 'q').map(([name, value]) =>
    el('li', {}, inner([el('span', { class: 'unseen' }, 'Remove the filter '), el('span', { class: 'dim' }, name),
      ' ' + (name === 'language' ? language(value) : value), el('span', { class: 'cross', 'aria-hidden': 'true' }, '×')], without(name, value), { class: 'chip' })));
  if (chips.length > 1) chips.push(el('li', {}, inner('Remove all', query().get('q') ? onlyWords(query().get('q')) : '/')));
  at('filters').replaceChildren(...chips);
}

function showOrder() {
  const words = query().has('q');
  at('sort').value = query().get('sort') || (words ? 'relevance' : 'published');
  at('sort').querySelector('[value=relevance]').disabled = !words;
  at('fold').checked = query().get('fold') !== 'false';
  const atom = filters();
  at('atom').href = '/v1/feed.atom' + (atom.size ? '?' + atom : '');
  document.querySelector('link[rel=alternate]').href = at('atom').href;
}

/** The form searches within the filters in use. */
export function listenToSearch() {
  at('search').addEventListener('submit', event => {
    event.preventDefault();
    const typed = at('q').value.trim();
    const stays = !asked().has('view') && !asked().has('post') && !asked().has('story');
    forget();
    if (!stays) return go(typed ? onlyWords(typed) : '/');
    go(changed(q => {
      if (typed) q.set('q', typed);
      else q.delete('q');
    }));
  });
  at('sort').addEventListener('change', () => go(changed(q => q.set('sort', at('sort').value))));
  at('fold').addEventListener('change', () => go(changed(q => at('fold').checked ? q.delete('fold') : q.set('fold', 'false'))));
}
