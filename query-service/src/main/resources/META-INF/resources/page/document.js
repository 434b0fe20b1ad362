// One document as it is read: its content, and beside it what was found in it. The same for a post and for a preview.
import { el } from './dom.js';
import { layOut, layOutText } from './content.js';
import { Places } from './places.js';
import { Evidence } from './evidence.js';

/** Two columns; on a small screen what was found comes before the content. */
export function reading(post) {
  const host = el('div', { class: 'host' });
  let root = layOut(host, post);
  if (!Places.same(root, post.text)) root = layOutText(host, post);
  const places = new Places(root, post.text);
  root.addEventListener('click', event => event.target.closest('a[href^="#"]') && event.preventDefault());
  return el('div', { class: 'reading' },
    el('aside', { class: 'panel', 'aria-label': 'What was found in it' },
      new Evidence(post, places).element, outline(post, places), warnings(post)),
    host);
}

function outline(post, places) {
  if (post.outline.length < 2) return null;
  const least = Math.min(...post.outline.map(section => section.level));
  return el('nav', { class: 'outline', 'aria-labelledby': 'outline-title' }, el('h2', { id: 'outline-title' }, 'Outline'),
    el('ol', {}, post.outline.map(section => el('li', { class: 'level-' + Math.min(3, section.level - least) },
      el('button', { type: 'button', class: 'quiet', lang: (post.language || {}).code, dir: 'auto',
        click: () => show(places.element(section.start)) }, section.title)))));
}

function show(element) {
  if (!element) return;
  element.scrollIntoView({ block: 'start' });
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function warnings(post) {
  if (!post.warnings.length) return null;
  return el('section', { class: 'warnings' }, el('h2', {}, 'Odd about it'),
    el('ul', {}, post.warnings.map(one => el('li', {}, el('strong', {}, one.code.replaceAll('-', ' ')), ' ' + one.detail))));
}
