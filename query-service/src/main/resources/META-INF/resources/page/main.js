// The web page of the read API: nothing but calls of the services, no library. Which view is shown stands in the address.
import { at } from './dom.js';
import { askForKey } from './api.js';
import { asked, go } from './address.js';
import { listenToSearch, showSearch } from './search.js';
import { listenToTimeline } from './timeline.js';
import { listenLive, listenToArrived } from './live.js';
import { showPost, showStory } from './post.js';
import { leavePipeline, showPipeline } from './pipeline.js';
import { listenToTry, showTry } from './try.js';

const VIEWS = ['results', 'post', 'pipeline', 'trying'];

function show(event) {
  const address = asked();
  const view = address.get('view');
  leavePipeline();
  if (address.has('post')) only('post', () => showPost(address.get('post')));
  else if (address.has('story')) only('post', () => showStory(address.get('story')));
  else if (view === 'pipeline') only('pipeline', showPipeline);
  else if (view === 'try') only('trying', showTry);
  else only('results', () => showSearch((event && event.state && event.state.top) || 0));
  if (view !== 'try' && view !== 'pipeline' && !address.has('post') && !address.has('story')) listenLive();
}

function only(name, fill) {
  VIEWS.forEach(id => { at(id).hidden = id !== name; });
  document.body.dataset.view = name;
  for (const link of document.querySelectorAll('#views a')) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  fill();
}

/** Links that stand in the page itself change the view and not the page. */
function listenToLinks() {
  document.querySelectorAll('#views a, .brand a').forEach(link => link.addEventListener('click', event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(link.getAttribute('href'));
  }));
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    at('q').focus();
  });
}

history.scrollRestoration = 'manual';
// On a small screen the posts come first.
at('facets').open = matchMedia('(min-width: 56rem)').matches;
listenToLinks();
listenToSearch();
listenToTimeline();
listenToArrived();
listenToTry();
askForKey(() => { show(); listenLive(true); });
addEventListener('popstate', show);
addEventListener('moved', () => {
  show();
  at('main').focus({ preventScroll: true });
});
show();
