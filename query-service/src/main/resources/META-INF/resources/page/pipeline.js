// How the pipeline is: each service as it says itself, what waits before it, and what was rejected. Asked again while one looks.
import { at, el, pair } from './dom.js';
import { ENRICH, INGEST, get, headers } from './api.js';
import { plural } from './words.js';
import { showRejections } from './rejections.js';

const EVERY_MILLIS = 4000;
const PATIENCE_MILLIS = 5000;
let timer = null;

export async function showPipeline() {
  document.title = 'Pipeline · Postwire';
  showRejections();
  await look();
}

export function leavePipeline() {
  clearTimeout(timer);
  timer = null;
}

async function look() {
  leavePipeline();
  const [far, total, ...states] = await Promise.all([
    get('/v1/pipeline').catch(e => ({ error: e.message })), get('/v1/posts?limit=1').then(list => list.total).catch(() => null),
    health(INGEST), health(ENRICH), health('')]);
  at('stations').replaceChildren(
    station('Intake', 'takes posts', states[0], INGEST, []),
    station('Enrich', 'makes documents of them', states[1], ENRICH, waits(far.toEnrich, 'submission')),
    station('Query', 'stores them and answers', states[2], location.origin, [
      ...waits(far.toStore, 'record'), ...search(far.search), ...(total == null ? [] : pair('Posts', total.toLocaleString()))]));
  at('pipeline-said').textContent = far.error || '';
  reasons(far.rejections || []);
  timer = setTimeout(() => document.hidden ? later() : look(), EVERY_MILLIS);
}

/** Nobody is looking: again once somebody does. */
function later() {
  document.addEventListener('visibilitychange', () => timer && look(), { once: true });
}

/** What a service says of itself: up, down, or nothing. Down is answered with a 503 that holds the reasons. */
async function health(base) {
  if (base === '' || base) {
    try {
      const answer = await fetch(base + '/q/health/ready', { headers: headers(), signal: AbortSignal.timeout(PATIENCE_MILLIS), cache: 'no-store' });
      const body = await answer.json();
      return body.status ? body : { status: 'UNKNOWN' };
    } catch {
      return { status: 'UNREACHABLE' };
    }
  }
  return null;
}

const SAID = { UP: 'ready', DOWN: 'not ready', UNREACHABLE: 'not reachable from this page', UNKNOWN: 'does not say how it is' };

function station(name, does, state, base, more) {
  const known = INGEST || ENRICH || base ? base : '';
  const status = !known ? 'UNKNOWN' : state.status;
  const said = !known ? 'this page was not told where it is' : SAID[status];
  const down = known && state.checks ? state.checks.filter(check => check.status !== 'UP') : [];
  return el('li', { class: 'station' },
    el('h2', {}, el('span', { class: 'light', 'data-state': { UP: 'on', DOWN: 'bad', UNREACHABLE: 'bad' }[status] || 'off', 'aria-hidden': 'true' }), name),
    el('p', { class: 'dim' }, does), el('p', { class: status === 'UP' ? 'good' : 'bad' }, said),
    down.length ? el('ul', {}, down.map(check => el('li', {}, check.name))) : null,
    more.length ? el('dl', {}, more) : null);
}

function waits(count, one) {
  if (count == null) return [];
  return pair('Waiting', count ? plural(count, one) : 'nothing');
}

function search(state) {
  if (!state) return [];
  if (state.of) return pair('Index', 'made anew, ' + state.rebuilt.toLocaleString() + ' of ' + state.of.toLocaleString());
  if (!state.serving) return pair('Index', 'not there yet');
  return pair('Index', state.toIndex ? plural(state.toIndex, 'change') + ' behind' : 'up to date');
}

function reasons(list) {
  const most = Math.max(1, ...list.map(one => one.letters));
  at('reasons').hidden = !list.length;
  at('reasons').replaceChildren(...list.map(one => el('li', {},
    el('button', { type: 'button', class: 'quiet', click: () => showRejections(one.reason) }, one.reason),
    el('meter', { min: 0, max: most, value: one.letters, 'aria-label': one.reason }),
    el('span', { class: 'count' }, one.letters.toLocaleString() + (one.redriven ? ', ' + one.redriven.toLocaleString() + ' went through later' : '')))));
}
