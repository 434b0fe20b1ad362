// What each step of enriching did, and how long it took, in a form that can be read.
import { el, pair } from './dom.js';

const STEPS = {
  read: 'decodes the bytes, takes front matter and markup apart', extract: 'finds the content, the title, who wrote it and when',
  sanitise: 'keeps what is harmless', render: 'writes HTML, Markdown and text', language: 'tells the language', tag: 'finds tags and weighs them',
  entities: 'finds names', fingerprint: 'makes it comparable',
};
const MOST_ROWS = 40;
const MOST_COLUMNS = 7;

export function trace(steps) {
  const longest = Math.max(...steps.map(step => step.micros), 1);
  return el('ol', { class: 'trace' }, steps.map(step => el('li', {}, el('details', {},
    el('summary', {}, el('strong', {}, step.step), ' ',
      el('meter', { min: 0, max: longest, value: step.micros, 'aria-hidden': 'true' }), ' ',
      el('span', { class: 'count' }, (step.micros / 1000).toFixed(2) + ' ms'), ' ', el('span', { class: 'dim' }, STEPS[step.step] || '')),
    notes(step.notes)))));
}

function notes(value) {
  const entries = Object.entries(value || {});
  if (!entries.length) return el('p', { class: 'dim' }, 'Nothing to note.');
  return el('dl', { class: 'facts' }, entries.map(([key, one]) => pair(words(key), shown(one))));
}

const words = key => key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** Lists of alike things are tables, lists of words are a line. */
function shown(value) {
  if (value == null) return '–';
  if (Array.isArray(value)) {
    if (!value.length) return 'none';
    return value.every(one => one && typeof one === 'object' && !Array.isArray(one)) ? table(value) : line(value);
  }
  if (typeof value === 'object') return Object.keys(value).length ? notes(value) : 'none';
  return typeof value === 'number' && !Number.isInteger(value) ? String(Math.round(value * 1000) / 1000) : String(value);
}

function line(values) {
  const some = values.slice(0, MOST_ROWS).map(one => typeof one === 'object' ? JSON.stringify(one) : String(one)).join(', ');
  return values.length > MOST_ROWS ? some + ' and ' + (values.length - MOST_ROWS) + ' more' : some;
}

function table(rows) {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))].slice(0, MOST_COLUMNS);
  const left = rows.length - MOST_ROWS;
  return el('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Table' }, el('table', {},
    el('thead', {}, el('tr', {}, columns.map(column => el('th', { scope: 'col' }, words(column))))),
    el('tbody', {}, rows.slice(0, MOST_ROWS).map(row => el('tr', {}, columns.map(column => el('td', {}, cell(row[column]))))))),
  left > 0 ? el('p', { class: 'dim' }, 'and ' + left + ' more') : null);
}

function cell(value) {
  if (value && typeof value === 'object') {
    return Array.isArray(value) ? line(value) : Object.entries(value).map(([key, one]) => key + ' ' + shown(one)).join(', ');
  }
  return shown(value);
}
