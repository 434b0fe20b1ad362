// What was rejected, why, and a way to put it through again.
import { at, el } from './dom.js';
import { get, post } from './api.js';
import { inner, postAddress } from './address.js';
import { ago, size } from './words.js';

const LOOKS = 20;
const LOOK_MILLIS = 500;
const STATES = { rejected: 'rejected', retried: 'tried again since, and rejected again', redriven: 'went through since' };
let reason = null;

/** The newest first; of one reason, where one is given. */
export async function showRejections(only = null) {
  reason = only;
  at('letters').replaceChildren();
  at('only').replaceChildren(...(only ? ['Of the reason ', el('strong', {}, only), '. ',
    el('button', { type: 'button', class: 'quiet', click: () => showRejections() }, 'Show all')] : []));
  await page(null);
}

async function page(cursor) {
  const asked = new URLSearchParams({ limit: '20' });
  if (reason) asked.set('reason', reason);
  if (cursor) asked.set('cursor', cursor);
  const mine = reason;
  try {
    const list = await get('/v1/rejections?' + asked);
    if (mine !== reason) return;
    at('letters').append(...list.rejections.map(letter => el('li', { class: 'letter' }, inside(letter))));
    at('letters-said').textContent = at('letters').children.length ? '' : 'Nothing was rejected.';
    at('more-letters').hidden = !list.next;
    at('more-letters').onclick = () => page(list.next);
  } catch (e) {
    at('letters-said').textContent = e.message;
  }
}

function inside(letter) {
  const said = el('p', { class: 'said', role: 'status' });
  const again = el('button', { type: 'button', click: event => redrive(letter, event.currentTarget, said) }, 'Try again');
  return el('article', {},
    el('h3', {}, letter.reason, ' ', el('span', { class: 'dim' }, letter.state === 'rejected' ? '' : STATES[letter.state])),
    el('p', {}, letter.detail),
    el('p', { class: 'meta' }, [
      el('time', { datetime: letter.rejectedAt, title: letter.rejectedAt }, ago(letter.rejectedAt)), letter.contentType, size(letter.bytes),
      'attempt ' + letter.attempt, letter.receipt && 'receipt ' + letter.receipt, letter.id && el('span', {}, 'id ', name(letter)),
    ].filter(Boolean).flatMap((part, i) => i ? [' · ', part] : [part])),
    letter.state === 'rejected' ? again : null, said);
}

const name = letter => letter.state === 'redriven' ? inner(letter.id, postAddress(letter.id)) : letter.id;

/** Asks for it, and looks what comes of it: another attempt, or a post. */
async function redrive(letter, button, said) {
  button.disabled = true;
  said.textContent = 'Asked for …';
  try {
    await post('/v1/rejections/' + letter.number + '/redrive');
    for (let i = 0; i < LOOKS; i++) {
      const { rejection, attempts } = await get('/v1/rejections/' + letter.number);
      const last = attempts[attempts.length - 1];
      if (rejection.state === 'redriven') return tell(said, ['Went through: ', inner('read the post', postAddress(letter.id))]);
      if (last.attempt > letter.attempt) return tell(said, ['Rejected again: ' + last.reason + ', ' + last.detail]);
      await new Promise(next => setTimeout(next, LOOK_MILLIS));
    }
    tell(said, ['It is under way; look again later.']);
  } catch (e) {
    tell(said, [e.message + (e.code === 'not-redrivable' ? ' Post it anew instead.' : '')]);
  }
}

function tell(said, parts) {
  said.replaceChildren(...parts);
}
