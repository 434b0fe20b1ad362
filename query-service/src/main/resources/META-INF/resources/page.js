// The web page of the read API: nothing but its own calls, no library. All text goes in as text, never as markup.
'use strict';

const FILTERS = ['tag', 'language', 'site', 'author'];
const MOST_LIVE = 20;
const RETRY_MILLIS = 2000;
const KEY = 'postwire-key';
const at = id => document.getElementById(id);
let asked = 0;
let stream = null;

/** Where a key is asked for it is kept for this tab alone, and goes along with every call. */
function headers(accept) {
  const key = sessionStorage.getItem(KEY);
  return key ? { Accept: accept, Authorization: 'Bearer ' + key } : { Accept: accept };
}

/** An element with attributes and children; a string is text. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child != null));
  return element;
}

/** Problems say what is wrong in words. */
async function get(path) {
  const answer = await fetch(path, { headers: headers('application/json') });
  const body = await answer.json();
  if (answer.status === 401) at('key').hidden = false;
  if (!answer.ok) throw new Error(body.detail || body.title || 'The service answered ' + answer.status + '.');
  return body;
}

function wanted() {
  const all = new URLSearchParams(location.search);
  const query = new URLSearchParams();
  if ((all.get('q') || '').trim()) query.set('q', all.get('q').trim());
  for (const name of FILTERS) for (const value of all.getAll(name)) if (value) query.append(name, value);
  return query;
}

/** The page with one filter more or less. */
function link(change) {
  const query = wanted();
  change(query);
  return '/' + (query.size ? '?' + query : '');
}

function go(url) {
  history.pushState(null, '', url);
  show();
  at('found').focus();
}

/** Clicks on our own addresses change the view and not the page. */
function inner(text, url) {
  return el('a', { href: url, click: event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(url);
  } }, text);
}

function day(text) {
  return text ? text.slice(0, 10) : '';
}

function meta(post) {
  const authors = (post.authors || []).map(author => author.name).join(', ');
  const received = (post.origin || {}).receivedAt;
  const parts = [authors, post.published ? day(post.published) : received ? 'received ' + day(received) : '', post.site,
    post.stats ? post.stats.readingMinutes + ' min' : ''];
  return parts.filter(Boolean).join(' · ');
}

function chips(post) {
  const list = el('ul', { class: 'chips' });
  for (const tag of post.tags || []) {
    list.append(el('li', {}, inner(tag.label, link(query => query.append('tag', tag.slug)))));
  }
  return list;
}

/** Text in which <mark> (or its escaped form) tells what was found; every other sign is text. */
function marked(text) {
  const piece = document.createDocumentFragment();
  text.split(/(<mark>.*?<\/mark>)/s).forEach(part => {
    const found = /^<mark>(.*)<\/mark>$/s.exec(part);
    piece.append(found ? el('mark', {}, plain(found[1])) : plain(part));
  });
  return piece;
}

function plain(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
}

function summary(post) {
  const snippets = (post.highlight || {}).text || [];
  if (snippets.length) return el('p', {}, ...snippets.flatMap((one, i) => i ? [' … ', marked(one)] : [marked(one)]));
  return post.excerpt ? el('p', {}, post.excerpt) : null;
}

function title(post) {
  const link = inner('', '/?post=' + encodeURIComponent(post.id));
  const found = (post.highlight || {}).title;
  link.append(found ? marked(found) : post.title || post.excerpt || 'Untitled');
  return link;
}

function row(post) {
  return el('li', { lang: (post.language || {}).code },
    el('h2', {}, title(post)),
    el('p', { class: 'meta' }, meta(post)), summary(post), chips(post));
}

function filters() {
  const list = at('filters');
  list.replaceChildren();
  for (const [name, value] of wanted()) {
    if (name === 'q') continue;
    list.append(el('li', {}, el('button', { type: 'button', 'aria-label': 'Remove the filter ' + name + ' ' + value,
      click: () => go(link(query => { const rest = query.getAll(name).filter(one => one !== value);
        query.delete(name); rest.forEach(one => query.append(name, one)); })) }, name + ': ' + value + ' ×')));
  }
}

async function list(cursor) {
  const mine = ++asked;
  const query = wanted();
  query.set('limit', '20');
  if (!cursor) query.set('facets', 'true');
  if (query.has('q')) query.set('highlight', 'true');
  if (cursor) query.set('cursor', cursor);
  try {
    const page = await get('/v1/posts?' + query);
    if (mine !== asked) return;
    if (!cursor) at('posts').replaceChildren();
    at('posts').append(...page.posts.map(row));
    const count = page.total == null ? '' : (page.totalIsAtLeast ? 'At least ' : '') + page.total.toLocaleString()
      + (page.total === 1 ? ' post' : ' posts');
    at('state').replaceChildren(page.posts.length || cursor ? count : 'No post answers this.');
    (page.notes || []).forEach(note => at('state').append(' ' + note));
    (page.suggestions || []).forEach(one => at('state').append(' Did you mean ', inner(one, link(q => q.set('q', one))), '?'));
    at('more').hidden = !page.next;
    at('more').onclick = () => list(page.next);
    if (!cursor) facets(page.facets);
  } catch (e) {
    if (mine === asked) fail(at('state'), e);
  }
}

function facets(given) {
  const names = Object.keys(given || {});
  at('facets').hidden = !names.length;
  at('facet-lists').replaceChildren(...names.flatMap(name => {
    const values = given[name].filter(one => FILTERS.includes(name) && !wanted().getAll(name).includes(one.value));
    if (!values.length) return [];
    return [el('h3', {}, name), el('ul', { class: 'chips' }, ...values.slice(0, 12).map(one => {
      return el('li', {}, inner(one.label + ' ' + one.posts, link(query => name === 'tag' ? query.append(name, one.value) : query.set(name, one.value))));
    }))];
  }));
}

function fail(place, e) {
  place.replaceChildren(el('span', { class: 'error' }, e.message));
}

async function read(id) {
  const mine = ++asked;
  const place = at('post');
  try {
    const post = await get('/v1/posts/' + encodeURIComponent(id));
    if (mine !== asked) return;
    document.title = (post.title || 'Untitled') + ' · Postwire';
    at('state').replaceChildren();
    const why = el('p', { class: 'why', role: 'status' }, 'Choose a tag or a name to see what it rests on.');
    const text = el('div', { class: 'text', lang: (post.language || {}).code, dir: 'auto' }, post.text);
    const address = '/v1/posts/' + encodeURIComponent(id);
    place.replaceChildren(
      inner('← Posts', '/'),
      el('h2', { dir: 'auto' }, post.title || 'Untitled'),
      el('p', { class: 'meta' }, meta(post)),
      evidence(post, text, why), why,
      el('p', { class: 'links' },
        post.url && /^https?:/.test(post.url) ? el('a', { href: post.url, rel: 'external noopener nofollow' }, 'Original') : null,
        ...pages(address)),
      text);
    place.hidden = false;
  } catch (e) {
    if (mine === asked) fail(at('state'), e);
  }
}

/** None where a key is asked for: a browser that follows a link sends none. */
function pages(address) {
  if (sessionStorage.getItem(KEY)) return [];
  return [el('a', { href: address, type: 'text/html' }, 'Read it laid out'),
    el('a', { href: address + '/revisions' }, 'What changed'),
    el('a', { href: address + '/raw' }, 'As it was posted')];
}

/** A button for each tag and name; pressed, it lights up the places it rests on and says the rest. */
function evidence(post, text, why) {
  const list = el('ul', { class: 'chips', 'aria-label': 'Tags and names' });
  const all = (post.tags || []).map(tag => ({ label: tag.label, from: tag.from.join(', '), confidence: tag.confidence, places: tag.evidence }))
    .concat((post.entities || []).map(entity => ({ label: entity.name, from: entity.type, places: entity.mentions })));
  for (const one of all) {
    list.append(el('li', {}, el('button', { type: 'button', 'aria-pressed': 'false', click: event => {
      const on = event.currentTarget.getAttribute('aria-pressed') !== 'true';
      list.querySelectorAll('button').forEach(button => button.setAttribute('aria-pressed', 'false'));
      event.currentTarget.setAttribute('aria-pressed', String(on));
      light(text, post.text, on ? one.places : []);
      why.textContent = on ? reason(one) : '';
      const first = text.querySelector('mark');
      if (first) first.scrollIntoView({ block: 'nearest' });
    } }, one.label)));
  }
  return list;
}

function reason(one) {
  const said = one.places.filter(place => place.source).map(place => place.source + ': ' + place.value);
  const spans = one.places.filter(place => place.start != null).length;
  return [one.from + (one.confidence == null ? '' : ', confidence ' + one.confidence),
    spans ? spans + (spans === 1 ? ' place in the text' : ' places in the text') : '', ...said].filter(Boolean).join(' · ');
}

/** start and end count code points, a string counts UTF-16 units: so the text is taken apart by code points. */
function light(element, text, places) {
  const points = Array.from(text);
  const spans = places.filter(place => place.start != null).sort((a, b) => a.start - b.start);
  const pieces = [];
  let end = 0;
  for (const span of spans) {
    if (span.start < end) continue;
    pieces.push(points.slice(end, span.start).join(''), el('mark', { class: 'lit' }, points.slice(span.start, span.end).join('')));
    end = span.end;
  }
  element.replaceChildren(...pieces, points.slice(end).join(''));
}

/** Reads a stream of events and comes back where it breaks, from the last event that was seen. EventSource could send no key. */
async function follow(path, abort, on) {
  let last = null;
  while (!abort.signal.aborted) {
    try {
      const answer = await fetch(path, { signal: abort.signal, cache: 'no-store',
        headers: last ? { ...headers('text/event-stream'), 'Last-Event-ID': last } : headers('text/event-stream') });
      if (answer.ok) {
        on.open();
        last = await events(answer.body, last, on.event);
      } else if (answer.status < 500 && answer.status !== 429) {
        return on.end();
      }
    } catch (e) {
      if (abort.signal.aborted) return;
    }
    on.lost();
    await new Promise(again => setTimeout(again, RETRY_MILLIS));
  }
}

/** Until the stream ends or breaks; the id of the last event. */
async function events(body, last, event) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const frames = (text + piece.value).split('\n\n');
      text = frames.pop();
      for (const frame of frames) {
        const fields = { data: '' };
        for (const line of frame.split('\n')) {
          const colon = line.indexOf(':');
          if (colon > 0) fields[line.slice(0, colon)] = (line.startsWith('data:') ? fields.data : '') + line.slice(colon + 1).trimStart();
        }
        if (fields.id) last = fields.id;
        if (fields.event) event(fields.event, fields.data);
      }
    }
  } catch (e) {
    // Broken off: what was seen is known all the same.
  }
  return last;
}

function listen() {
  if (stream) stream.abort();
  stream = new AbortController();
  const query = wanted();
  const say = text => { at('live-state').textContent = text; };
  const forget = id => document.querySelectorAll('#live li').forEach(item => { if (item.dataset.id === id) item.remove(); });
  follow('/v1/stream' + (query.size ? '?' + query : ''), stream, {
    open: () => say(query.size ? 'Posts that answer this query appear here.' : 'New posts appear here.'),
    lost: () => say('Reconnecting …'),
    end: () => say('Not connected.'),
    event: (name, data) => {
      if (name === 'erased') forget(JSON.parse(data).id);
      if (name !== 'post') return;
      const post = JSON.parse(data);
      forget(post.id);
      at('live').prepend(el('li', { class: 'new', 'data-id': post.id },
        inner(post.title || post.excerpt || post.id, '/?post=' + encodeURIComponent(post.id)), ' ', el('span', { class: 'meta' }, meta(post))));
      while (at('live').children.length > MOST_LIVE) at('live').lastChild.remove();
    },
  });
}

async function aside() {
  try {
    const tags = await get('/v1/tags?limit=24');
    at('tags').replaceChildren(...tags.tags.map(tag =>
      el('li', {}, inner(tag.label + ' ' + tag.posts, link(query => query.append('tag', tag.slug))))));
    const letters = await get('/v1/rejections?limit=5');
    at('rejections').replaceChildren(...(letters.rejections.length ? letters.rejections.map(letter =>
      el('li', {}, el('strong', {}, letter.reason), ' ' + letter.detail + ' (' + (letter.receipt || letter.id || '') + ')')) : [el('li', {}, 'Nothing.')]));
  } catch (e) {
    fail(at('rejections'), e);
  }
}

function show() {
  const id = new URLSearchParams(location.search).get('post');
  const query = wanted();
  at('q').value = query.get('q') || '';
  at('atom').href = '/v1/feed.atom' + (query.size ? '?' + query : '');
  filters();
  at('posts').hidden = !!id;
  at('post').hidden = true;
  at('more').hidden = true;
  at('state').textContent = 'Loading …';
  document.title = 'Postwire';
  if (id) read(id);
  else { list(); listen(); }
  aside();
  if (id && !stream) listen();
}

at('key').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem(KEY, at('key-value').value.trim());
  at('key-value').value = '';
  at('key').hidden = true;
  show();
  listen();
});
document.querySelector('form[role=search]').addEventListener('submit', event => {
  event.preventDefault();
  const typed = at('q').value.trim();
  go(link(query => typed ? query.set('q', typed) : query.delete('q')));
});
addEventListener('popstate', show);
show();
