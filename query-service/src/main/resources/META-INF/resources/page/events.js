// Server-Sent Events by fetch: EventSource could send no key.
import { headers } from './api.js';
import { looked, turn, whileLooked } from './turns.js';

const RETRY_MILLIS = 2000;

/** What was missed for longer is not told event by event. */
const MISSED_MILLIS = 600_000;

/** Reads a stream of events while somebody looks, and comes back where it broke, from the last event that was seen. */
export async function follow(path, abort, on) {
  let last = null;
  let left = Date.now();
  while (!abort.signal.aborted) {
    await looked(abort.signal);
    if (last && Date.now() - left > MISSED_MILLIS) {
      last = null;
      on.missed();
    }
    const look = whileLooked(abort.signal);
    let free = () => {};
    try {
      free = await turn(look.signal, on.waiting);
      const more = last ? { 'Last-Event-ID': last } : {};
      const answer = await fetch(path, { signal: look.signal, cache: 'no-store', headers: headers({ Accept: 'text/event-stream', ...more }) });
      if (answer.ok) {
        on.open();
        last = await read(answer.body, last, on.event);
      } else if (answer.status === 410) {
        last = null;
      } else if (answer.status < 500 && answer.status !== 429) {
        return on.end();
      }
    } catch {
      // Not there, or broken off: it is tried again.
    } finally {
      free();
    }
    left = Date.now();
    if (look.signal.aborted) continue;
    look.abort();
    on.lost();
    await new Promise(again => setTimeout(again, RETRY_MILLIS));
  }
}

/** Until the stream ends or breaks; the id of the last event. */
async function read(body, last, tell) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const frames = (text + piece.value).split('\n\n');
      text = frames.pop();
      for (const frame of frames) {
        const event = fields(frame);
        if (event.id) last = event.id;
        if (event.event) tell(event.event, event.data);
      }
    }
  } catch {
    // What was seen is known all the same.
  }
  return last;
}

function fields(frame) {
  const all = { data: '' };
  for (const line of frame.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    const name = line.slice(0, colon);
    all[name] = name === 'data' && all.data ? all.data + '\n' + value : value;
  }
  return all;
}
