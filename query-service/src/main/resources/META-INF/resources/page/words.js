// How dates and numbers are said.

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000], ['second', 1_000]];
const DISTANT_DAYS = 14;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As much of a date as is known: 25 May 2014, May 2014, 2014. */
export function date(text, precision = 'day') {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  if (precision === 'year' || !month) return String(year);
  if (precision === 'month' || !day) return MONTHS[month - 1] + ' ' + year;
  return day + ' ' + MONTHS[month - 1] + ' ' + year;
}

/** How long ago that moment is; the date where it is long ago. */
export function ago(text) {
  const passed = Date.parse(text) - Date.now();
  if (Math.abs(passed) > DISTANT_DAYS * UNITS[0][1]) return date(text);
  const [unit, millis] = UNITS.find(one => Math.abs(passed) >= one[1]) || UNITS[3];
  return RELATIVE.format(Math.round(passed / millis), unit);
}

export function plural(count, one, many = one + 's') {
  return count.toLocaleString() + ' ' + (count === 1 ? one : many);
}

export function percent(share) {
  return Math.round(share * 100) + ' %';
}

export function size(bytes) {
  return bytes < 1024 ? plural(bytes, 'byte') : (bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0) + ' KiB';
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** The name of a language in English. */
export function language(code) {
  try {
    return code === 'und' ? 'unknown' : names.of(code);
  } catch {
    return code;
  }
}
