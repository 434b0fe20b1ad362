// Which pages follow a stream. Each takes a connection for as long as it lasts, and over HTTP/1.1 a browser opens six to one host, all
// its pages together: so only pages that are looked at follow, and of those no more than leave some for everything else.

const MOST = 4;

/** Resolves once somebody looks at the page, or nothing is wanted any more. */
export function looked(signal) {
  if (!document.hidden || signal.aborted) return Promise.resolve();
  return new Promise(done => {
    document.addEventListener('visibilitychange', done, { once: true });
    signal.addEventListener('abort', done, { once: true });
  });
}

/** Ends as soon as nobody looks, or nothing is wanted any more. */
export function whileLooked(signal) {
  const look = new AbortController();
  const end = () => look.abort();
  document.addEventListener('visibilitychange', end, { signal: look.signal });
  signal.addEventListener('abort', end, { signal: look.signal });
  if (document.hidden || signal.aborted) end();
  return look;
}

/** Resolves once it is this page's turn, to what gives the turn on. Rejects where the signal comes first. */
export async function turn(signal, waiting) {
  // Only secure contexts have locks; over HTTP/2 and later all calls share one connection.
  if (!navigator.locks || /^h[23]/.test(protocol())) return () => {};
  const places = Array.from({ length: MOST }, (_, n) => 'postwire-live-' + n);
  for (const place of places) {
    const free = await lock(place, { ifAvailable: true });
    if (free) return free;
  }
  waiting();
  const over = new AbortController();
  signal.addEventListener('abort', () => over.abort(), { signal: over.signal });
  if (signal.aborted) over.abort();
  let mine = null;
  await Promise.any(places.map(async place => {
    const free = await lock(place, { signal: over.signal });
    if (mine) return free();
    mine = free;
    over.abort();
  }));
  return mine;
}

const protocol = () => (performance.getEntriesByType('navigation')[0] || {}).nextHopProtocol || '';

/** Resolves to what frees it again; to nothing where only a free one was asked for. */
function lock(name, options) {
  return new Promise((got, refused) => {
    navigator.locks.request(name, options, held => held ? new Promise(free => got(free)) : got(null)).catch(refused);
  });
}
