package dev.postwire.enrich.bounds;

import java.util.stream.Stream;

/** Of as many tags as are read. */
final class TagBombs {
    private static final String HTML = "text/html";
    private static final int TAGS = 39_000;

    private TagBombs() {}

    static Stream<Bomb> all() {
        Stream<Bomb> one = Stream.of(
                        "<p>x",
                        "<div>x</div>",
                        "<div>",
                        "<h1><div>",
                        "<figure>",
                        "<figure><img src=a>",
                        "<pre>",
                        "<pre>x</pre>",
                        "<a href=b>x</a> ",
                        "<a href=b>",
                        "<a href=b><img src=c></a> ",
                        "<li>x",
                        "<ul><li>",
                        "<ol><li>x</ol>",
                        "<dl><dt>x<dd>y",
                        "<td>x",
                        "<table>",
                        "<table><tr><td>x</table>",
                        "<tr>",
                        "<caption>",
                        "<br>",
                        "x<br>",
                        "<hr>",
                        "<img src=a>",
                        "<img srcset='a 1x, b 2x'>",
                        "<b>x</b> ",
                        "<b>",
                        "<b><p>",
                        "<i><b>x</i></b>",
                        "<em>x</em>",
                        "<code>x</code> ",
                        "<span>x</span>",
                        "<span>",
                        "<h2>x</h2>",
                        "<h2>x",
                        "<blockquote>x",
                        "<blockquote>x</blockquote>",
                        "<section>x</section>",
                        "<article>x</article>",
                        "<nav>x</nav>",
                        "<aside>x",
                        "<form><input>",
                        "<button>x",
                        "<option>",
                        "<p class=comment>x</p>",
                        "<p class=author>Ann Lee</p>",
                        "<a rel=author href=/a>Ann Lee</a> ",
                        "<a rel=tag href=/a>x</a> ",
                        "<time datetime=2021-01-01>x</time>",
                        "<p itemprop=author>x</p>",
                        "<meta name=author content=x>",
                        "<meta property=article:tag content=x>",
                        "<link rel=canonical href=a>",
                        "<sub>x</sub>",
                        "<q>",
                        "<ruby>x<rt>",
                        "<input type=checkbox>",
                        "<svg><path>",
                        "<svg><p>",
                        "<math><mi>",
                        "<template><p>",
                        "<noscript><p>x",
                        "<figure><img src=a><figcaption>b</figure>",
                        "<figure><table><tr><td>x</table></figure>",
                        "<picture><source srcset=a><img></picture>",
                        "<video><source src=a></video>",
                        "<object><p>x</p></object>",
                        "<h1>x</h1>",
                        "<h1 id=a>x <a href=#a>#</a></h1>",
                        "<p>語。",
                        "<p>By Ann Lee</p>",
                        "<p>May 3, 2021</p>",
                        "<b><i><u><p>x",
                        "<font><p>",
                        "<a><p>x",
                        "<nobr>x",
                        "<select>",
                        "<table><b>",
                        "<table>x<td>",
                        "<p>x</p> <b>y</b>")
                .map(piece -> tagged("", piece));
        Stream<Bomb> within = Stream.of(
                tagged("<table><tr>", "<td>x"),
                tagged("<table>", "<tr><td>x<td>y"),
                tagged("<table><tr><td>z<td>", "<p>x"),
                tagged("<p>", "<b>x</b> y "),
                tagged("<pre>", "<span>x</span>\n"),
                tagged("<figure><img src=a>", "<figcaption>x</figcaption>"),
                tagged("<figure>", "<img src=a>"),
                tagged("<h1>", "<b>x</b> "),
                tagged("<ul>", "<li><p>x</p></li>"),
                tagged("<dl>", "<dt>x<dd>y"),
                tagged("<b><i><u><small><sub><sup>", "<p>x"),
                tagged("<blockquote>".repeat(250), "<p>x</p>"),
                tagged("<div>".repeat(250), "<p>x</p>"),
                tagged("<div>".repeat(250), "<a href=b>x</a> "),
                tagged("<ul><li>".repeat(120), "<p>x</p>"),
                tagged("<main><article>", "<h2>x</h2><p>words and words, and more of them</p>"),
                tagged("<main><article>", "<h2>x</h2><ul><li>a<li>b</ul><pre>c</pre>"));
        return Stream.concat(one, within);
    }

    /** The piece as often as the bound on tags, and the size, let it stand. */
    private static Bomb tagged(String start, String piece) {
        long tags = Stream.of(piece.split("<"))
                .filter(part -> !part.isEmpty() && Character.isLetter(part.charAt(0)))
                .count();
        int times = Math.min(TAGS / (int) tags, (Bomb.LARGEST - start.length()) / (piece.length() + 1));
        String shown = (start.length() > 60 ? start.substring(0, 20) + "… " : start) + piece;
        return Bomb.of(HTML, start + piece.repeat(times)).named(times + " of " + shown.strip());
    }
}
