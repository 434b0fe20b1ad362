// Years, months and days as they are written: 2014, 2014-05, 2014-05-25.
import { date } from './words.js';

const MOST_BARS = 180;
const FEWEST_BARS = 3;
const LENGTH = { year: 4, month: 7, day: 10 };

/** Which bars say most of these, which are months: days where there are few, years where there are too many. */
export function choose(months) {
  if (!months.length) return 'month';
  const span = count(months[0].begins, months[months.length - 1].begins);
  if (span < FEWEST_BARS) return 'day';
  return span > MOST_BARS ? 'year' : 'month';
}

function count(first, last) {
  const [fromYear, fromMonth] = first.split('-').map(Number);
  const [toYear, toMonth] = last.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
}

/** With a bar of nothing where there was none, so that time goes by evenly. A gap too long to draw stays one. */
export function fillGaps(bars, interval) {
  if (bars.length < 2) return bars;
  const posts = new Map(bars.map(bar => [bar.begins, bar.posts]));
  const all = [];
  const last = bars[bars.length - 1].begins;
  for (let at = bars[0].begins; at <= last; at = after(at, interval)) {
    all.push({ begins: at, posts: posts.get(at) || 0 });
    if (all.length > 2 * MOST_BARS) return bars;
  }
  return all;
}

function after(begins, interval) {
  const [year, month = 1, day = 1] = begins.split('-').map(Number);
  const next = new Date(Date.UTC(year + (interval === 'year'), month - 1 + (interval === 'month'), day + (interval === 'day')));
  return next.toISOString().slice(0, LENGTH[interval]);
}

/** The last day of it. */
export function lastDay(begins) {
  const [year, month, day] = begins.split('-').map(Number);
  if (day) return begins;
  return new Date(Date.UTC(month ? year : year + 1, month || 0, 0)).toISOString().slice(0, 10);
}

export function said(begins) {
  return date(begins, { 4: 'year', 7: 'month', 10: 'day' }[begins.length]);
}
