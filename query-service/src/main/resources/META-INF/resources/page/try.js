// A post is tried at the enrich service, which publishes nothing, and then submitted to the intake.
import { at, el } from './dom.js';
import { ENRICH, INGEST, post } from './api.js';
import { meta, name } from './posts.js';
import { plural } from './words.js';
import { reading } from './document.js';
import { trace } from './trace.js';
import { submitted } from './receipt.js';

const EXAMPLE = `---
title: A night on the ferry
author: Ines Okafor
date: 2024-03-09
tags: [ferries, travel]
---

The **night ferry** left at ten. On board I moved the timetable from a spreadsheet to
PostgreSQL and wrote a small Python script that prints a departure board.

## What I learned

- PostgreSQL counts intervals across midnight without complaint.
- A terminal in the dark is the best reading lamp.
`;

let chosen = false;

export function showTry() {
  document.title = 'Try a post · Postwire';
  at('preview').disabled = !ENRICH;
  at('submit').disabled = !INGEST;
  at('try-missing').textContent = ENRICH && INGEST ? '' : 'This page was not told where to '
    + [!ENRICH && 'try (postwire.enrich-url)', !INGEST && 'submit (postwire.ingest-url)'].filter(Boolean).join(' or ') + ' posts.';
}

export function listenToTry() {
  const form = at('try');
  form.addEventListener('submit', event => { event.preventDefault(); event.submitter === at('submit') ? submit() : preview(); });
  form.addEventListener('keydown', event => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && !at('preview').disabled && preview());
  at('body').addEventListener('input', guess);
  at('type').addEventListener('change', () => { chosen = true; });
  at('example').addEventListener('click', () => put(EXAMPLE));
  at('file').addEventListener('change', () => at('file').files[0] && open(at('file').files[0]));
  at('body').addEventListener('dragover', event => event.preventDefault());
  at('body').addEventListener('drop', event => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    open(event.dataTransfer.files[0]);
  });
}

async function open(file) {
  put(await file.text());
}

function put(text) {
  at('body').value = text;
  chosen = false;
  guess();
  at('body').focus();
  at('body').setSelectionRange(0, 0);
  at('body').scrollTop = 0;
}

/** What it looks like, until somebody says what it is. */
function guess() {
  const text = at('body').value.trimStart();
  if (chosen || !text) return;
  at('type').value = /^<(!doctype|html|head|body|[a-z][a-z0-9]*[\s>])/i.test(text) ? 'text/html'
    : /^\{\s*"/.test(text) ? 'application/json'
      : /^(---|\+\+\+|#{1,6} )|^(#{1,6} |[-*] |```|> )|\]\(|\*\*/m.test(text) ? 'text/markdown' : 'text/plain';
}

/** What is said of the post beside its body. */
function said() {
  const all = new URLSearchParams();
  for (const field of ['url', 'title', 'author', 'published', 'language']) {
    const value = at('say-' + field).value.trim();
    if (value) all.set(field, value);
  }
  at('say-tag').value.split(',').map(tag => tag.trim()).filter(Boolean).forEach(tag => all.append('tag', tag));
  return all.size ? '?' + all : '';
}

async function ask(base, path, button) {
  if (!at('body').value.trim()) {
    at('body').focus();
    throw new Error('Paste a post first, or take the example.');
  }
  button.disabled = true;
  try {
    return await post(base + path + said(), at('body').value, { 'Content-Type': at('type').value });
  } finally {
    button.disabled = false;
  }
}

async function preview() {
  tell('Trying …');
  try {
    const { post: tried, trace: steps } = await ask(ENRICH, '/v1/preview', at('preview'));
    const micros = steps.reduce((sum, step) => sum + step.micros, 0);
    tell('This is what would be published. ' + plural(steps.length, 'step') + ' took ' + (micros / 1000).toFixed(1) + ' ms.');
    at('tried').replaceChildren(el('h2', { class: 'title', lang: tried.language.code, dir: 'auto' }, name(tried)), el('p', { class: 'meta' }, meta(tried)),
      reading(tried), el('h2', {}, 'How it got there'), trace(steps));
  } catch (e) {
    refuse(e);
  }
}

async function submit() {
  tell('Submitting …');
  const began = performance.now();
  try {
    await submitted(await ask(INGEST, '/v1/posts', at('submit')), began, at('try-said'));
  } catch (e) {
    refuse(e);
  }
}

function tell(text) {
  at('try-said').className = '';
  at('try-said').replaceChildren(text);
}

function refuse(e) {
  at('try-said').className = 'error';
  at('try-said').replaceChildren(e.message, e.errors && e.errors.length ? el('ul', {}, e.errors.map(one => el('li', {}, one.field + ': ' + one.message))) : '');
}
