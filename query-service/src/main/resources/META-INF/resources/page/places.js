// Where places of a post's text are in its laid-out content. Both say the same but for white space, so the n-th visible sign of the one
// is the n-th of the other. start and end count code points, as everywhere in the API.

const UNSEEN = /[\s\p{Z}\p{Cc}\p{Cf}]/u;

export class Places {
  /** Whether the content says the very same as the text; only then it can be pointed at. */
  static same(root, text) {
    const seen = one => Array.from(one).filter(sign => !UNSEEN.test(sign)).join('');
    return seen(root.textContent) === seen(text);
  }

  constructor(root, text) {
    this.root = root;
    this.before = [0];
    for (const sign of text) this.before.push(this.before[this.before.length - 1] + (UNSEEN.test(sign) ? 0 : 1));
  }

  /** For each visible sign the node it is in and where in it. Made anew after each change of the content. */
  signs() {
    const signs = [];
    const walker = document.createTreeWalker(this.root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let offset = 0;
      for (const sign of node.data) {
        if (!UNSEEN.test(sign)) signs.push({ node, from: offset, to: offset + sign.length });
        offset += sign.length;
      }
    }
    return signs;
  }

  /** Lights up the spans, and answers the first element of each. */
  light(spans) {
    this.dim();
    const signs = this.signs();
    const pieces = spans.flatMap((span, n) => this.pieces(signs, span, n)).sort((a, b) => b.at - a.at);
    const marks = [];
    let free = Infinity;
    // From the end, so that what is still to come keeps its place.
    for (const piece of pieces) {
      if (piece.last >= free) continue;
      free = piece.at;
      marks[piece.span] = wrap(piece);
    }
    return marks.filter(Boolean);
  }

  /** One for each text node that the span touches. */
  pieces(signs, span, n) {
    const pieces = [];
    for (let i = this.before[span.start]; i < this.before[span.end]; i++) {
      const last = pieces[pieces.length - 1];
      if (!signs[i]) break;
      if (last && last.node === signs[i].node) Object.assign(last, { to: signs[i].to, last: i });
      else pieces.push({ node: signs[i].node, from: signs[i].from, to: signs[i].to, at: i, last: i, span: n });
    }
    return pieces;
  }

  dim() {
    for (const mark of this.root.querySelectorAll('mark.lit')) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }

  /** The element that holds the place. */
  element(start) {
    const sign = this.signs()[this.before[start]];
    return sign ? sign.node.parentElement : null;
  }
}

function wrap({ node, from, to }) {
  node.splitText(to);
  const middle = node.splitText(from);
  const mark = document.createElement('mark');
  mark.className = 'lit';
  middle.replaceWith(mark);
  mark.append(middle);
  return mark;
}
