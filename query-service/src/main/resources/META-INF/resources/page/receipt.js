// What becomes of a submission, step by step until searches find it.
import { el } from './dom.js';
import { get } from './api.js';
import { inner, postAddress } from './address.js';
import { forget } from './search.js';

const WAIT = '10s';
const LOOKS = 12;

/** Shows each step in its place as it is reached, with the time since it began. */
export async function submitted({ id, receipt }, began, place) {
  const steps = el('ol', { class: 'steps' });
  const step = (...said) => steps.append(el('li', {}, said, ' ', el('span', { class: 'dim' }, after(began))));
  place.className = '';
  place.replaceChildren(steps);
  step('Taken: it is on Kafka, as receipt ', el('code', {}, receipt));
  const address = '/v1/receipts/' + receipt;
  const settled = await until(address + '?wait=' + WAIT, answer => answer.state !== 'accepted');
  if (!settled) return step('Still under way; its receipt tells more later.');
  if (settled.state === 'rejected') return step('Rejected: ' + settled.reason + ', ' + settled.detail);
  if (settled.state !== 'stored') return step('It ended as ' + settled.state);
  forget();
  step('Stored as version ' + settled.revision + ': ', inner('read it', postAddress(id)));
  const found = await until(address + '?searchable=true&wait=' + WAIT, answer => answer.searchable);
  if (found) step('Searches find it');
}

async function until(address, done) {
  for (let i = 0; i < LOOKS; i++) {
    const answer = await get(address);
    if (done(answer)) return answer;
  }
  return null;
}

function after(began) {
  const millis = performance.now() - began;
  return millis < 1000 ? 'after ' + Math.round(millis) + ' ms' : 'after ' + (millis / 1000).toFixed(1) + ' s';
}
