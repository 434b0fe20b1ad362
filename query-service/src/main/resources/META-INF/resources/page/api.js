// Calls of the three services. Where a key is asked for it is kept for this tab alone, and goes along with every call.
import { at } from './dom.js';

const KEY = 'postwire-key';
const said = name => document.querySelector('meta[name="postwire-' + name + '"]').content;

/** Where the other two services are; empty where nobody said. */
export const INGEST = said('ingest');
export const ENRICH = said('enrich');

export const hasKey = () => !!sessionStorage.getItem(KEY);

export function headers(more = {}) {
  const key = sessionStorage.getItem(KEY);
  return key ? { ...more, Authorization: 'Bearer ' + key } : more;
}

/** What a service refused, in its own words. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || 'The service answered ' + status + '.');
    this.status = status;
    this.code = problem.code;
    this.errors = problem.errors || [];
  }
}

/** Reads JSON; what is refused is thrown. */
export async function get(path, options = {}) {
  return call(path, { ...options, headers: { Accept: 'application/json' } });
}

export async function post(path, body, more = {}) {
  return call(path, { method: 'POST', body, headers: { Accept: 'application/json', ...more } });
}

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, { ...options, credentials: 'omit', headers: headers(options.headers) });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Refused(0, { detail: 'The service does not answer.' });
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 401) at('key').hidden = false;
  if (!answer.ok) throw new Refused(answer.status, body);
  return body;
}

/** Shows the form for a key once one is asked for, and says when one was given. */
export function askForKey(given) {
  at('key').addEventListener('submit', event => {
    event.preventDefault();
    sessionStorage.setItem(KEY, at('key-value').value.trim());
    at('key-value').value = '';
    at('key').hidden = true;
    given();
  });
}
