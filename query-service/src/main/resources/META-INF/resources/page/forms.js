// The forms a post can be had in, looked at in the page: a link could neither say which form is wanted nor send a key.
import { el } from './dom.js';
import { headers } from './api.js';

const FORMS = [['Markdown', 'text/markdown', ''], ['Plain text', 'text/plain', ''], ['HTML', 'text/html', ''], ['JSON', 'application/json', ''],
  ['As it was posted', '*/*', '/raw']];

export function forms(post, address) {
  return el('p', { class: 'forms' }, FORMS.map(([label, type, more]) =>
    el('button', { type: 'button', click: () => show(label, address + more, type) }, label)));
}

async function show(label, address, type) {
  const pre = el('pre', { tabindex: 0 }, 'Loading …');
  const copy = el('button', { type: 'button', click: async () => {
    await navigator.clipboard.writeText(pre.textContent);
    copy.textContent = 'Copied';
  } }, 'Copy');
  const dialog = el('dialog', { 'aria-label': label, close: () => dialog.remove(), click: event => event.target === dialog && dialog.close() },
    el('div', { class: 'dialog-head' }, el('h2', {}, label), copy, el('button', { type: 'button', click: () => dialog.close() }, 'Close')), pre);
  document.body.append(dialog);
  dialog.showModal();
  try {
    const answer = await fetch(address, { headers: headers({ Accept: type }) });
    const text = await answer.text();
    pre.textContent = answer.ok && type === 'application/json' ? JSON.stringify(JSON.parse(text), null, 2) : readable(answer, text);
  } catch {
    pre.textContent = 'The service does not answer.';
  }
}

function readable(answer, text) {
  if (answer.ok) return text;
  try {
    return JSON.parse(text).detail;
  } catch {
    return 'The service answered ' + answer.status + '.';
  }
}
