// What arrives while one looks: the posts that answer the query, and that posts were erased.
import { at, el } from './dom.js';
import { filters, inner, postAddress } from './address.js';
import { follow } from './events.js';
import { meta, name } from './posts.js';
import { plural } from './words.js';
import { forget, recover, showSearch } from './search.js';

const MOST = 12;
let stream = null;
let followed = null;
let arrived = new Set();

/** Follows the query of the address; one that is followed already goes on. */
export function listenLive(anew = false) {
  const wanted = filters().toString();
  if (!anew && stream && followed === wanted) return;
  if (stream) stream.abort();
  stream = new AbortController();
  followed = wanted;
  clear();
  at('live').replaceChildren();
  say('Connecting …', 'off');
  follow('/v1/stream' + (wanted ? '?' + wanted : ''), stream, {
    open: () => {
      say(wanted ? 'Posts that answer this query appear here as they arrive.' : 'New posts appear here as they arrive.', 'on');
      recover();
    },
    waiting: () => say('Enough windows follow already. This one does once another is closed or left.', 'off'),
    missed: () => offer('Posts may have arrived'),
    lost: () => say('Reconnecting …', 'off'),
    end: () => say('Not connected.', 'off'),
    event: tell,
  });
}

function say(text, state) {
  at('live-state').textContent = text;
  at('live-light').dataset.state = state;
}

function tell(event, data) {
  const post = event === 'post' || event === 'erased' ? JSON.parse(data) : null;
  if (!post) return;
  at('live').querySelectorAll('li').forEach(item => { if (item.dataset.id === post.id) item.remove(); });
  if (event === 'erased') return;
  at('live').prepend(el('li', { class: 'new', 'data-id': post.id },
    inner(name(post), postAddress(post.id), { lang: (post.language || {}).code, dir: 'auto' }), el('span', { class: 'meta' }, meta(post))));
  while (at('live').children.length > MOST) at('live').lastChild.remove();
  arrived.add(post.id);
  offer(plural(arrived.size, 'post') + ' arrived');
}

function offer(why) {
  at('arrived').hidden = false;
  at('arrived').textContent = why + '. Show the list anew';
}

function clear() {
  arrived = new Set();
  at('arrived').hidden = true;
}

export function listenToArrived() {
  at('arrived').addEventListener('click', () => {
    clear();
    forget();
    showSearch(0);
    at('results').focus();
  });
}
