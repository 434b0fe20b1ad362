// A post's tags and names, each of which lights up what it rests on in the text: while it is pointed at, and for good once chosen.
import { el } from './dom.js';
import { inner, withTag } from './address.js';
import { origin } from './posts.js';
import { percent, plural } from './words.js';

const WHO = {
  author: 'said by the author', vocabulary: 'named in the text, by the vocabulary', learned: 'learned from other authors’ tags',
  proposed: 'a key phrase that nobody has used as a tag yet',
};
const KINDS = { person: 'People', organization: 'Organizations', software: 'Software', event: 'Events', place: 'Places' };

/** The panel; places tells where spans are. */
export class Evidence {
  constructor(post, places) {
    this.places = places;
    this.chosen = null;
    this.marks = [];
    this.now = 0;
    this.why = el('div', { class: 'why', role: 'status' });
    this.bar = el('div', { class: 'places', role: 'group', 'aria-label': 'Places in the text', hidden: true });
    this.buttons = new Map();
    this.element = el('div', { class: 'evidence', keydown: event => event.key === 'Escape' && this.choose(null) },
      this.tags(post.tags), this.names(post.entities), this.why, this.bar);
  }

  tags(tags) {
    const all = tags.map(tag => ({ label: tag.label, slug: tag.slug, from: tag.from, confidence: tag.confidence, origin: origin(tag), places: tag.evidence }));
    return [el('h2', {}, 'Tags'), all.length ? this.list(all, 'Tags') : el('p', { class: 'dim' }, 'None was found.')];
  }

  /** On a small screen, where they stand before the content, only once they are asked for. */
  names(entities) {
    const groups = Object.keys(KINDS).flatMap(type => {
      const all = entities.filter(one => one.type === type).map(one => ({ label: one.name, origin: 'found', places: one.mentions }));
      return all.length ? [el('h3', {}, KINDS[type]), this.list(all, KINDS[type])] : [];
    });
    return groups.length ? el('details', { class: 'names', open: matchMedia('(min-width: 56rem)').matches },
      el('summary', {}, el('h2', {}, 'Names'), ' ', el('span', { class: 'count' }, entities.length)), groups) : null;
  }

  list(all, label) {
    return el('ul', { class: 'chips', 'aria-label': label }, all.map(one => {
      const button = el('button', { type: 'button', class: 'chip ' + one.origin, 'aria-pressed': 'false',
        click: event => {
          // Not every browser does so by itself, and Escape is heard here alone.
          event.currentTarget.focus();
          this.choose(this.chosen === one ? null : one);
        },
        mouseenter: () => this.light(one), mouseleave: () => this.light(this.chosen),
        focus: () => this.light(one), blur: () => this.light(this.chosen) },
      one.label, one.confidence != null && one.confidence < 1 ? el('span', { class: 'count' }, ' ' + percent(one.confidence)) : null);
      this.buttons.set(one, button);
      return el('li', {}, button);
    }));
  }

  light(one) {
    if (this.lit === one) return;
    this.lit = one;
    this.marks = this.places.light(one ? one.places.filter(place => place.start != null) : []);
    this.now = 0;
  }

  choose(one) {
    this.chosen = one;
    this.light(one);
    this.buttons.forEach((button, of) => button.setAttribute('aria-pressed', String(of === one)));
    this.why.replaceChildren(...(one ? reasons(one) : []));
    this.bar.hidden = !one || !this.marks.length;
    if (one && this.marks.length) this.go(0);
  }

  /** To a place of the chosen one, and round. */
  go(to) {
    // Pointing at another in between had these lights put out.
    this.light(this.chosen);
    this.now = (to + this.marks.length) % this.marks.length;
    this.marks.forEach((mark, i) => mark.classList.toggle('now', i === this.now));
    this.marks[this.now].scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
    const step = (label, sign, by) => el('button', { type: 'button', 'aria-label': label, click: () => this.go(this.now + by) }, sign);
    const focused = this.bar.contains(document.activeElement) && document.activeElement.getAttribute('aria-label');
    this.bar.replaceChildren(el('strong', {}, this.chosen.label), el('span', { 'aria-live': 'polite' }, (this.now + 1) + ' of ' + this.marks.length),
      step('Place before', '↑', -1), step('Next place', '↓', 1),
      el('button', { type: 'button', 'aria-label': 'Put out the lights', click: () => this.choose(null) }, '×'));
    if (focused) this.bar.querySelector('[aria-label="' + focused + '"]').focus();
  }
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Why it is there, in words. */
function reasons(one) {
  const from = (one.from || []).map(who => WHO[who] || who).join('; ');
  const spans = one.places.filter(place => place.start != null).length;
  const said = one.places.filter(place => place.source).map(place => el('li', {}, place.source + ': “' + place.value + '”'));
  return [
    from && el('p', {}, from + (one.confidence < 1 ? ', ' + percent(one.confidence) + ' sure' : '')),
    spans || !said.length ? el('p', {}, spans ? plural(spans, 'place') + ' in the text' : 'No place in the text') : null,
    said.length && el('ul', {}, said),
    one.slug && el('p', {}, inner('All posts with this tag', withTag(one.slug))),
  ].filter(Boolean);
}
