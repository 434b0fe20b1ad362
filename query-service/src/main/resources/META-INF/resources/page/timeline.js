// When the posts found were published: bars that are clicked, brushed over or walked along by arrows to narrow them down.
import { at, svg } from './dom.js';
import { get } from './api.js';
import { changed, filters, go } from './address.js';
import { plural } from './words.js';
import { choose, fillGaps, lastDay, said } from './intervals.js';

const WIDTH = 720;
const HEIGHT = 72;
let current = null;
let bars = [];
let from = null;

/** Counted by months first; by days or years where that says more. */
export async function showTimeline() {
  if (current) current.abort();
  current = new AbortController();
  const { signal } = current;
  try {
    let counted = await bring('month', signal);
    const better = choose(counted.bars);
    if (better !== 'month') counted = await bring(better, signal);
    bars = fillGaps(counted.bars, counted.interval);
    draw(counted);
  } catch (e) {
    if (e.name !== 'AbortError') hideTimeline();
  }
}

/** There is nothing to show, or it is not known. */
export function hideTimeline() {
  if (current) current.abort();
  at('timeline').hidden = true;
  at('undated').textContent = '';
}

function bring(interval, signal) {
  const wanted = filters();
  wanted.set('interval', interval);
  return get('/v1/timeline?' + wanted, { signal });
}

function draw(counted) {
  at('undated').textContent = counted.undated ? plural(counted.undated, 'post') + ' without a date' : '';
  at('timeline').hidden = bars.length < 2;
  if (bars.length < 2) return;
  const most = Math.max(...bars.map(bar => bar.posts));
  const wide = WIDTH / bars.length;
  const picture = at('bars');
  picture.setAttribute('viewBox', '0 0 ' + WIDTH + ' ' + HEIGHT);
  picture.replaceChildren(...bars.map((bar, i) => column(bar, i, wide, most)));
  at('first-bar').textContent = said(bars[0].begins);
  at('last-bar').textContent = said(bars[bars.length - 1].begins);
  tell(null);
}

/** The whole height can be hit; what is drawn is as high as the count, and never too low to be seen. */
function column(bar, i, wide, most) {
  const high = bar.posts ? Math.max(3, bar.posts / most * HEIGHT) : 0;
  const gap = Math.min(2, wide * 0.15);
  return svg('g', { class: 'bar', role: 'button', tabindex: i ? -1 : 0, 'data-i': i, 'aria-label': label(bar) },
    svg('rect', { class: 'hit', x: i * wide, y: 0, width: wide, height: HEIGHT }),
    svg('rect', { class: 'fill', x: i * wide + gap / 2, y: HEIGHT - high, width: wide - gap, height: high, rx: Math.min(1.5, wide / 4) }));
}

const label = bar => said(bar.begins) + ': ' + plural(bar.posts, 'post');

function tell(i, j = i) {
  if (i == null) at('bar-said').textContent = 'by ' + unit();
  else if (i === j) at('bar-said').textContent = label(bars[i]);
  else {
    const posts = bars.slice(i, j + 1).reduce((sum, bar) => sum + bar.posts, 0);
    at('bar-said').textContent = said(bars[i].begins) + ' – ' + said(bars[j].begins) + ': ' + plural(posts, 'post');
  }
  at('bars').querySelectorAll('.bar').forEach((bar, n) => bar.classList.toggle('on', i != null && n >= i && n <= j));
}

const unit = () => ({ 4: 'year', 7: 'month', 10: 'day' })[bars[0].begins.length];

function pick(i, j) {
  const [first, last] = [bars[Math.min(i, j)], bars[Math.max(i, j)]];
  const day = first.begins + '-01-01'.slice(first.begins.length - 4);
  go(changed(q => { q.set('from', day); q.set('to', lastDay(last.begins)); }));
}

const under = event => {
  const bar = document.elementFromPoint(event.clientX, at('bars').getBoundingClientRect().top + 5);
  const found = bar && bar.closest('.bar');
  return found ? Number(found.dataset.i) : null;
};

/** One listener each for all bars. */
export function listenToTimeline() {
  const picture = at('bars');
  picture.addEventListener('pointerdown', event => {
    from = under(event);
    if (from != null) picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener('pointermove', event => {
    const to = under(event);
    if (to != null) tell(Math.min(from ?? to, to), Math.max(from ?? to, to));
  });
  picture.addEventListener('pointerup', event => {
    const to = under(event);
    if (from != null && to != null) pick(from, to);
    from = null;
  });
  picture.addEventListener('pointercancel', () => { from = null; });
  picture.addEventListener('pointerleave', () => from == null && bars.length > 1 && tell(null));
  picture.addEventListener('keydown', walk);
  picture.addEventListener('focusin', event => tell(Number(event.target.dataset.i)));
}

function walk(event) {
  const i = Number(event.target.dataset.i);
  const to = { ArrowLeft: i - 1, ArrowRight: i + 1, Home: 0, End: bars.length - 1 }[event.key];
  if (event.key === 'Enter' || event.key === ' ') pick(i, i);
  else if (to == null) return;
  event.preventDefault();
  const next = at('bars').children[to];
  if (!next) return;
  event.target.setAttribute('tabindex', -1);
  next.setAttribute('tabindex', 0);
  next.focus();
}
