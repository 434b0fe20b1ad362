// A post in a list.
import { el } from './dom.js';
import { inner, postAddress, withValue } from './address.js';
import { date, language, plural } from './words.js';

const MOST_TAGS = 8;
const LONGEST_NAME = 70;

export function row(post, more = null) {
  return el('li', { class: 'post', lang: (post.language || {}).code, dir: 'auto' },
    el('h2', {}, inner(title(post), postAddress(post.id))),
    el('p', { class: 'meta', lang: 'en', dir: 'ltr' }, meta(post)), summary(post), more,
    el('div', { class: 'foot', lang: 'en', dir: 'ltr' }, tags(post), copies(post)));
}

/** Who, when, where, how long: as far as it is known. */
export function meta(post) {
  const authors = (post.authors || []).map(author => isolated(author.name)).join(', ');
  const code = (post.language || {}).code;
  return [authors, when(post), post.site, code && !code.startsWith('en') && code !== 'und' ? language(code) : '',
    post.stats && post.stats.readingMinutes ? post.stats.readingMinutes + ' min' : ''].filter(Boolean).join(' · ');
}

/** A name, which may run the other way than what stands around it. */
export const isolated = text => '\u2068' + text + '\u2069';

/** A post without a date says when it came, and says so. */
export function when(post) {
  if (post.published) return date(post.published, post.publishedPrecision);
  const received = (post.origin || {}).receivedAt;
  return received ? 'no date, received ' + date(received) : '';
}

/** Its title; the beginning of its text where it has none. */
export function name(post) {
  const text = post.excerpt || 'Untitled';
  return post.title || (text.length <= LONGEST_NAME ? text : text.slice(0, LONGEST_NAME).replace(/\s\S*$/, '') + ' …');
}

function title(post) {
  const found = (post.highlight || {}).title;
  return found ? marked(found) : name(post);
}

function summary(post) {
  const passages = (post.highlight || {}).text || [];
  if (passages.length) return el('p', {}, passages.flatMap((one, i) => i ? [' ', ...marked(one.replace(/^…/, ''))] : marked(one)));
  return post.excerpt ? el('p', {}, post.excerpt) : null;
}

function tags(post) {
  const all = post.tags || [];
  if (!all.length) return null;
  return el('ul', { class: 'chips small', 'aria-label': 'Tags' }, all.slice(0, MOST_TAGS).map(tag =>
    el('li', {}, inner(tag.label, withValue('tag', tag.slug), { class: 'chip ' + origin(tag) }))));
}

/** Who gave a tag, as a class: what nobody but we said is drawn as a guess. */
export function origin(tag) {
  return tag.from.includes('author') ? 'said' : 'found';
}

/** What a post of the list stands for. */
function copies(post) {
  if (!post.story) return null;
  return inner('and ' + plural(post.story.copies, 'copy', 'copies'), '/?story=' + encodeURIComponent(post.id), { class: 'copies' });
}

/** Text in which <mark> tells what was found; every other sign of it is text that was escaped. */
export function marked(text) {
  return text.split(/(<mark>.*?<\/mark>)/s).filter(Boolean).map(part => {
    const found = /^<mark>(.*)<\/mark>$/s.exec(part);
    return found ? el('mark', {}, plain(found[1])) : plain(part);
  });
}

function plain(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
}
