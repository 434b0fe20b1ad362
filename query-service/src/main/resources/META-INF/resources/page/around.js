// What stands around a post: others about the same, and its own versions. Each is brought after the post, and may be missing.
import { el } from './dom.js';
import { get } from './api.js';
import { inner, postAddress } from './address.js';
import { ago } from './words.js';
import { isolated, meta, name } from './posts.js';

const MOST_WORDS = 5;
const MOST_EDITS = 20;

export function similar(address, signal) {
  return later('Similar posts', async () => {
    const { posts } = await get(address + '/similar?limit=5', { signal });
    return posts.length ? el('ol', { class: 'similar' }, posts.map(post => el('li', {},
      inner(name(post), postAddress(post.id), { lang: (post.language || {}).code, dir: 'auto' }),
      el('p', { class: 'meta' }, meta(post)), el('p', { class: 'because' }, because(post.because))))) : null;
  });
}

function because({ words, tags, entities }) {
  const some = (what, all) => all.length && what + ' ' + all.slice(0, MOST_WORDS).map(isolated).join(', ');
  return [some('tags', tags), some('names', entities), some('words', words)].filter(Boolean).join(' · ');
}

/** Only where there is more than one. */
export function revisions(address, signal) {
  return later('Versions', async () => {
    const list = (await get(address + '/revisions', { signal })).revisions;
    return list.length > 1 ? el('ol', { class: 'revisions' }, list.map(version)) : null;
  });
}

function later(title, bring) {
  const section = el('section', { hidden: true }, el('h2', {}, title));
  bring().then(content => {
    if (!content) return section.remove();
    section.append(content);
    section.hidden = false;
  }).catch(() => section.remove());
  return section;
}

function version({ revision, storedAt, current, changed }) {
  const said = ['Version ' + revision + (current ? ', which stands' : '') + ', stored ' + ago(storedAt)];
  if (!changed) return el('li', {}, said, '; the oldest that is kept');
  const fields = changed.fields.length ? ': ' + changed.fields.join(', ') + ' changed' : ': only where it came from changed';
  return el('li', {}, el('details', {}, el('summary', {}, said, fields), values(changed), tags(changed), edits(changed.text)));
}

function values({ values = {} }) {
  return Object.entries(values).map(([field, { before, after }]) =>
    el('p', {}, field + ': ', before && el('del', {}, before), ' ', after && el('ins', {}, after)));
}

function tags({ tagsAdded = [], tagsRemoved = [] }) {
  if (!tagsAdded.length && !tagsRemoved.length) return null;
  return el('p', {}, 'tags: ', tagsRemoved.flatMap(tag => [el('del', {}, tag), ' ']), tagsAdded.flatMap(tag => [el('ins', {}, tag), ' ']));
}

function edits(text) {
  if (!text) return null;
  const left = (text.more || 0) + Math.max(0, text.edits.length - MOST_EDITS);
  return el('ul', {}, text.edits.slice(0, MOST_EDITS).map(({ removed, added }) =>
    el('li', {}, removed && el('del', {}, removed), ' ', added && el('ins', {}, added))), left ? el('li', {}, 'and ' + left + ' more') : null);
}
