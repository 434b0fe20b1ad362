// One post, and all that is known about it.
import { at, el, pair } from './dom.js';
import { get } from './api.js';
import { inner } from './address.js';
import { ago, language, percent, plural, size } from './words.js';
import { meta, name, row } from './posts.js';
import { reading } from './document.js';
import { forms } from './forms.js';
import { revisions, similar } from './around.js';

let current = null;

export async function showPost(id) {
  const place = start('Reading …');
  const address = '/v1/posts/' + encodeURIComponent(id);
  try {
    const post = await get(address, { signal: current.signal });
    document.title = name(post) + ' · Postwire';
    place.replaceChildren(
      head(post), reading(post),
      el('div', { class: 'around' }, similar(address, current.signal), revisions(address, current.signal),
        el('section', {}, el('h2', {}, 'About this post'), facts(post), forms(post, address))));
  } catch (e) {
    if (e.name !== 'AbortError') place.replaceChildren(el('p', { class: 'error', role: 'alert' }, e.message));
  }
}

/** All posts that tell the same, the best first. */
export async function showStory(id) {
  const place = start('Loading …');
  try {
    const told = await get('/v1/posts/' + encodeURIComponent(id) + '/story', { signal: current.signal });
    document.title = 'One story · Postwire';
    place.replaceChildren(el('h1', {}, plural(told.total, 'post') + (told.total === 1 ? ' tells this' : ' tell this')),
      el('p', { class: 'meta' }, 'The one that tells it best comes first.'), el('ol', { class: 'posts' }, told.posts.map(post => row(post))));
  } catch (e) {
    if (e.name !== 'AbortError') place.replaceChildren(el('p', { class: 'error', role: 'alert' }, e.message));
  }
}

function start(text) {
  if (current) current.abort();
  current = new AbortController();
  at('post').replaceChildren(el('p', { class: 'dim', role: 'status' }, text));
  scrollTo(0, 0);
  return at('post');
}

function head(post) {
  const web = post.url && /^https?:/.test(post.url);
  return el('header', {},
    el('h1', { lang: (post.language || {}).code, dir: 'auto' }, name(post)),
    el('p', { class: 'meta' }, meta(post), web ? [' · ', el('a', { href: post.url, rel: 'external noopener nofollow' }, 'Original')] : null),
    post.description ? el('p', { class: 'lead', lang: (post.language || {}).code, dir: 'auto' }, post.description) : null);
}

function facts(post) {
  const { origin, stats } = post;
  return el('dl', { class: 'facts' },
    pair('Language', spoken(post.language)),
    post.updated ? pair('Updated', post.updated.slice(0, 10)) : null,
    pair('Received', el('time', { datetime: origin.receivedAt, title: origin.receivedAt }, ago(origin.receivedAt)),
      ', as ' + origin.contentType + ', ' + size(origin.bytes)),
    pair('Stored', el('time', { datetime: post.storedAt, title: post.storedAt }, ago(post.storedAt)), ', version ' + post.revision),
    pair('Length', plural(stats.words, 'word') + (stats.removedShare ? '; ' + percent(stats.removedShare) + ' of what came was removed as boilerplate' : '')),
    pair('Enricher', post.enricher.version),
    pair('Id', el('code', {}, post.id)),
    pair('Receipt', el('code', {}, origin.partition + '-' + origin.offset)),
    post.site ? pair('Site', inner(post.site, '/?site=' + encodeURIComponent(post.site))) : null);
}

function spoken(one) {
  const who = one.from === 'author' ? 'said by the author' : 'detected, ' + percent(one.confidence) + ' sure';
  return language(one.code) + ' (' + one.code + '), ' + who + (one.detected ? '; the text looks like ' + language(one.detected) : '');
}
