package dev.postwire.enrich.bounds;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bombs of every format, each at the size limit unless fewer bytes cost more. */
final class Bombs {
    private static final String MARKDOWN = "text/markdown";
    private static final String HTML = "text/html";
    private static final String PLAIN = "text/plain";
    private static final String JSON = "application/json";
    private static final int TAGS = 39_000;

    private Bombs() {}

    static List<Bomb> all() {
        return Stream.of(markdown(), frontMatter(), html(), fewTags(), manyTags(), heads(), plain(), envelopes())
                .flatMap(bombs -> bombs)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Stream<Bomb> markdown() {
        Stream<Bomb> repeated = Stream.of(
                        "[^a] ",
                        "*_*_",
                        "|x|y|\n",
                        "*a",
                        "a\n\n",
                        "- a\n",
                        "![a](b",
                        "<",
                        "[a](b) ",
                        "&",
                        "&amp;",
                        "[",
                        "]",
                        "[]",
                        "[](",
                        "![",
                        "[[",
                        "`",
                        "``a` ",
                        "`a` ",
                        "**a** ",
                        "*a_ ",
                        "~~a~~ ",
                        "~",
                        "> ",
                        ">\n",
                        "> a\n\n",
                        "* ",
                        "1. a\n",
                        "- a\n\n",
                        "- - - - a\n",
                        "- [ ] a\n",
                        "# a\n",
                        "a\n===\n",
                        "***\n",
                        "```\na\n```\n",
                        "~~~\n",
                        "    a\n\n",
                        "a\\\n",
                        "a  \n",
                        "\\*",
                        "<b>",
                        "<b>a</b> ",
                        "<b>\n",
                        "<!-- a -->",
                        "<!--",
                        "<?a ",
                        "<![CDATA[",
                        "<a@b.c> ",
                        "<http://a> ",
                        "<a href=\"",
                        "[a][b] ",
                        "[a]: b\n",
                        "[a]: b\n\n",
                        "[^a]: b\n",
                        "a[^1]\n\n[^1]: b\n\n",
                        "|",
                        "|-|\n|-|\n",
                        "a|b\n-|-\nc|d\n\n",
                        "{{< a >}}",
                        "{{% a %}}x{{% /a %}}",
                        "{% a %}\n",
                        "{{ a }}",
                        "{: .a}\n",
                        "{%",
                        "{{<",
                        "{{< a b=\"",
                        "{# ",
                        "$a$ ",
                        ":::note\na\n:::\n",
                        "import a from 'b'\n",
                        "語",
                        "語\n\n",
                        "\u0000",
                        "\u00A0",
                        "\t",
                        "\n",
                        "\r",
                        "a ",
                        "\"",
                        "(",
                        "&#x",
                        "&#128512;",
                        "😀",
                        "- a\n  - b\n    - c\n",
                        "> - > - a\n",
                        "![a](b) ",
                        "![a](b)\n\n",
                        "[![a](b)](c)\n\n",
                        "<div>\n\na\n\n</div>\n\n",
                        "<details>\n",
                        "*a*b",
                        "__a",
                        "a*\"b\"*",
                        "[*a",
                        "[a](<b",
                        "a\u000B")
                .map(piece -> Bomb.of(MARKDOWN, "", piece, ""));
        String cells = "|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n";
        String reference = "[x]: /" + "u".repeat(20_000);
        Stream<Bomb> made = Stream.of(
                Bomb.of(MARKDOWN, cells, "|\n", "").named("rows padded to 1,000 cells"),
                Bomb.of(MARKDOWN, "|a".repeat(100) + "\n" + "|-".repeat(100) + "\n", "|a\n", "")
                        .named("rows padded to 100 cells"),
                Bomb.of(MARKDOWN, cells + "|\n".repeat(40) + "\n", cells.substring(0, 40) + "\n|-" + "\n", "")
                        .named("a table and half tables"),
                Bomb.of(MARKDOWN, "|a".repeat(250_000) + "\n" + "|-".repeat(250_000) + "\n", "|", "")
                        .named("a table of 250,000 columns"),
                Bomb.of(MARKDOWN, "a|b\n-|-\n", "c|d\n", "").named("a table of long rows"),
                Bomb.of(MARKDOWN, "> a|b\n> -|-\n", "> c|d\n", "").named("a quoted table"),
                Bomb.of(MARKDOWN, reference + "\n\n", "[x] ", "").named("a long address, often"),
                Bomb.of(MARKDOWN, reference + "\n\n", "![x]", "").named("a long image address, often"),
                Bomb.of(MARKDOWN, "[x]: /u \"" + "t".repeat(20_000) + "\"\n\n", "[x] ", "")
                        .named("a long title, often"),
                Bomb.of(MARKDOWN, "[x]: /u\n\n", "[x] ", "").named("a short address, often"),
                Bomb.of(MARKDOWN, "[^x]: note\n\n", "[^x] ", "").named("a footnote, often"),
                Bomb.of(MARKDOWN, "[^x]: " + "note ".repeat(10_000) + "[^x]\n\n", "[^x]", "")
                        .named("a footnote of itself"),
                Bomb.of(MARKDOWN, numbered("[^%d]", 60_000) + "\n\n" + numbered("[^%d]: a\n", 50_000))
                        .named("footnotes"),
                Bomb.of(MARKDOWN, numbered("[%d]: a\n", 60_000) + "\n\n" + numbered("[%d]", 50_000))
                        .named("references"),
                Bomb.of(MARKDOWN, "a".repeat(Bomb.LARGEST)).named("one word"),
                Bomb.of(MARKDOWN, "`".repeat(500_000) + "a" + "`".repeat(500_000))
                        .named("ticks"),
                Bomb.of(MARKDOWN, ticks()).named("ticks of every length"),
                Bomb.of(MARKDOWN, "[".repeat(500_000) + "a" + "]".repeat(500_000))
                        .named("brackets"),
                Bomb.of(MARKDOWN, "*".repeat(500_000) + "a" + "*".repeat(500_000))
                        .named("stars"),
                Bomb.of(MARKDOWN, "<b>a\n\n", "a\n\n", "").named("paragraphs in an open tag"),
                Bomb.of(MARKDOWN, "<b>a</b>\n\n", "*a* ", "").named("emphasis after a tag"),
                Bomb.of(MARKDOWN, "<b>a</b>\n\n", "- a\n", "").named("items after a tag"),
                Bomb.of(MARKDOWN, "<b><i><u>\n\n" + numbered("p%d\n\n", 100_000))
                        .named("formats over paragraphs"),
                Bomb.of(MARKDOWN, "![a](data:image/png;base64," + base64() + ")")
                        .named("base64 image"),
                Bomb.of(MARKDOWN, "", "![a](data:image/png;base64,iVBORw0KGgo=)\n", "")
                        .named("base64 images"),
                Bomb.of(MARKDOWN, nested("- ", 1_400)).named("nested lists"),
                Bomb.of(MARKDOWN, nested("> ", 1_400)).named("nested quotes"),
                Bomb.of(MARKDOWN, prefixed("> ".repeat(90), 5_500)).named("deep quotes"),
                Bomb.of(MARKDOWN, "{{< a >}}\n", "a {{< b >}}{{< /b >}}", "").named("shortcodes"),
                Bomb.of(MARKDOWN, "", "{{< figure src=\"a\" caption=\"*b*\" >}}", "")
                        .named("figures"),
                Bomb.of(MARKDOWN, "", "{{< highlight js >}}a{{< /highlight >}}", "")
                        .named("code tags"),
                Bomb.of(MARKDOWN, "", "{% highlight js %}\n", "").named("open code tags"));
        return Stream.concat(repeated, made);
    }

    private static Stream<Bomb> frontMatter() {
        Stream<Bomb> yaml = Stream.of(
                        "a: [",
                        "- a\n",
                        "[",
                        "{a: ",
                        "? a\n",
                        "a: |\n",
                        "&a ",
                        "!a ",
                        "\"",
                        "'",
                        "#\n",
                        "- - - a\n",
                        "a:\n - b\n",
                        "a: *b\n",
                        "tags: [a, b]\n",
                        "tags:\n- a\n",
                        "a: >\n b\n",
                        "date: 2020\n",
                        "a,",
                        "a b ")
                .map(piece -> Bomb.of(MARKDOWN, "---\n", piece, "\n---\nwords").named("yaml " + piece.strip()));
        Stream<Bomb> toml = Stream.of(
                        "a.", "[a]\n", "[[a]]\n", "a=[", "a={b=", "#\n", "a='''", "[a.b.c.d.e.f]\n", "a", "1=", "=\n")
                .map(piece -> Bomb.of(MARKDOWN, "+++\n", piece, "\n+++\nwords").named("toml " + piece.strip()));
        Stream<Bomb> json = Stream.of("[", "{\"a\":", "\"a\",", "1,", "//\n", "\\u0000", "{", " ")
                .map(piece ->
                        Bomb.of(MARKDOWN, "{\"tags\":[", piece, "\n]}\nwords").named("json " + piece.strip()));
        Stream<Bomb> made = Stream.of(
                Bomb.of(MARKDOWN, "---\n" + numbered("a%d: b\n", 90_000) + "---\nwords")
                        .named("yaml keys"),
                Bomb.of(MARKDOWN, "---\n" + numbered("a%d: [b]\n", 70_000) + "---\nwords")
                        .named("yaml keys of lists"),
                Bomb.of(MARKDOWN, "---\n" + numbered("a%d: 'b\n", 70_000) + "---\nwords")
                        .named("yaml open quotes"),
                Bomb.of(MARKDOWN, "---\na: &a [x,y]\n" + numbered("a%1$d: &b%1$d [*a,*a]\n", 40_000) + "---\nwords")
                        .named("yaml aliases"),
                Bomb.of(MARKDOWN, "---\n" + laughs() + "---\nwords").named("yaml billion laughs"),
                Bomb.of(MARKDOWN, "---\ntags: [" + numbered("t%d,", 130_000) + "]\n---\nwords")
                        .named("yaml tags"),
                Bomb.of(MARKDOWN, "---\ntags: " + numbered("t%d ", 130_000) + "\n---\nwords")
                        .named("yaml tags in a string"),
                Bomb.of(MARKDOWN, "---\nauthors:\n" + numbered("- name: n%d\n", 60_000) + "---\nwords")
                        .named("yaml authors"),
                Bomb.of(
                                MARKDOWN,
                                "---\ntags: [" + "words ".repeat(20) + numbered("w%d,", 60_000) + "]\n---\n"
                                        + "w1 w2 w3 ".repeat(50_000))
                        .named("yaml tags and their words"),
                Bomb.of(MARKDOWN, "---\ntitle: " + "a".repeat(Bomb.LARGEST - 30) + "\n---\nwords")
                        .named("yaml long title"),
                Bomb.of(MARKDOWN, "---\ndate: " + "1".repeat(Bomb.LARGEST - 30) + "\n---\nwords")
                        .named("yaml long date"),
                Bomb.of(MARKDOWN, "---\ndate: " + "1 May, ".repeat(140_000) + "\n---\nwords")
                        .named("yaml dates"),
                Bomb.of(MARKDOWN, "+++\n" + numbered("a%d=1\n", 90_000) + "+++\nwords")
                        .named("toml keys"),
                Bomb.of(MARKDOWN, "+++\n" + numbered("[a%d]\n", 100_000) + "+++\nwords")
                        .named("toml tables"),
                Bomb.of(MARKDOWN, "+++\ntags=[" + "'a',".repeat(250_000) + "]\n+++\nwords")
                        .named("toml tags"),
                Bomb.of(MARKDOWN, "+++\na=" + "9".repeat(1_000_000) + "\n+++\nwords")
                        .named("toml number"),
                Bomb.of(MARKDOWN, "+++\na=1e" + "9".repeat(9) + "\n+++\nwords").named("toml exponent"),
                Bomb.of(MARKDOWN, "{\"a\":" + "9".repeat(1_000_000) + "}\nwords")
                        .named("json number"),
                Bomb.of(MARKDOWN, "{" + numbered("\"a%d\":1,", 80_000) + "\"b\":2}\nwords")
                        .named("json keys"),
                Bomb.of(MARKDOWN, "Title: a\n" + numbered("k%d: b\n", 90_000) + "\nwords")
                        .named("bare keys"),
                Bomb.of(MARKDOWN, "Tags: " + numbered("k%d, ", 110_000) + "\n\nwords")
                        .named("bare tags"));
        return Stream.of(yaml, toml, json, made).flatMap(bombs -> bombs);
    }

    private static Stream<Bomb> html() {
        return Stream.of(
                        "<",
                        "</",
                        "<a",
                        "<a ",
                        "<a b=",
                        "<!",
                        "<!-",
                        "<!--",
                        "<!-- a -->",
                        "<?",
                        "<![CDATA[",
                        "&",
                        "&lt;",
                        "&amp",
                        "&#",
                        "&#x41;",
                        "&notit;",
                        "&#0;",
                        "\u0000",
                        "<\u0000a>",
                        "</p>",
                        "</a><",
                        "</br>",
                        "<br",
                        "x ",
                        "語",
                        "語。",
                        "😀",
                        "\u00AD",
                        "\u200B",
                        "\n",
                        "\t",
                        "\"",
                        "x.y ",
                        "word. ",
                        "a@b.c ",
                        "http://a.b ",
                        "<div ",
                        "=",
                        "a=b ",
                        "<script>",
                        "<style>",
                        "<textarea>",
                        "<title>",
                        "<plaintext>",
                        "<svg>",
                        "<math>",
                        "<template>",
                        "<select><option>",
                        "<noscript>",
                        "<iframe>",
                        "<frameset>")
                .map(piece -> Bomb.of(HTML, "<p>", piece, ""));
    }

    /** Few tags with much in them. */
    private static Stream<Bomb> fewTags() {
        return Stream.of(
                Bomb.of(HTML, "<p " + numbered("a%d=b ", 100_000) + ">x").named("attributes of one tag"),
                Bomb.of(HTML, "<p " + "a ".repeat(500_000) + ">x").named("one attribute, often"),
                Bomb.of(HTML, "<p class='" + numbered("c%d ", 120_000) + "'>x").named("classes"),
                Bomb.of(HTML, ("<p " + numbered("a%d=b ", 250) + ">x").repeat(500))
                        .named("attributes of many tags"),
                Bomb.of(HTML, "<p class='" + "&amp;".repeat(200_000) + "'>x").named("entities in an attribute"),
                Bomb.of(HTML, "<p style='" + "a:b;".repeat(250_000) + "'>x").named("style"),
                Bomb.of(HTML, "<a href='" + "a/../".repeat(200_000) + "'>x</a>").named("dots in an address"),
                Bomb.of(HTML, "<a href='" + "%".repeat(1_000_000) + "'>x</a>").named("percents in an address"),
                Bomb.of(HTML, ("<a href='" + "/a".repeat(900) + "'>x</a> ").repeat(570))
                        .named("long addresses"),
                Bomb.of(HTML, "<img srcset='" + "a 1x,".repeat(200_000) + "'>x").named("srcset"),
                Bomb.of(HTML, "<img src='data:image/png;base64," + base64() + "'>x")
                        .named("base64 image"),
                Bomb.of(HTML, ("<img src='data:image/png;base64," + "A".repeat(9_900) + "'>").repeat(100))
                        .named("base64 images"),
                Bomb.of(HTML, "<pre>" + "a\n".repeat(520_000)).named("lines in pre"),
                Bomb.of(HTML, "<pre>" + "`".repeat(1_000_000)).named("ticks in pre"),
                Bomb.of(HTML, "<pre><code>" + "a `` b ~~~ \n".repeat(87_000)).named("fences in pre"),
                Bomb.of(HTML, "<p>" + "* _ ` [ ] ".repeat(104_000)).named("signs of Markdown"),
                Bomb.of(HTML, "<p>" + "a".repeat(1_000_000)).named("one word"),
                Bomb.of(HTML, "<p>" + "語".repeat(340_000)).named("one word of ideographs"),
                Bomb.of(HTML, "<h1>" + "a b ".repeat(260_000)).named("a long heading"),
                Bomb.of(HTML, "<title>" + "a | b - ".repeat(130_000) + "</title><p>x")
                        .named("a long title"),
                Bomb.of(HTML, "<title>" + "aA".repeat(500_000) + "</title><h1>" + "a")
                        .named("a title of one word"),
                Bomb.of(HTML, "<p>" + "By Ann Lee, ".repeat(80_000)).named("bylines"),
                Bomb.of(HTML, "<p>" + "3 May 2021, ".repeat(80_000)).named("dates"),
                Bomb.of(HTML, "<p class=author>" + "Ann Lee and ".repeat(80_000))
                        .named("authors"),
                Bomb.of(HTML, "<p class=date>" + "2021-".repeat(200_000)).named("a long date"),
                Bomb.of(HTML, "<time>" + "1".repeat(1_000_000)).named("a long time"),
                Bomb.of(HTML, "<time datetime='" + "2021-01-01T".repeat(90_000) + "'>x")
                        .named("a long datetime"),
                Bomb.of(HTML, "<script>" + "x".repeat(1_000_000) + "</script><p>x")
                        .named("a script"),
                Bomb.of(HTML, "<table>" + ("<tr>" + "<td>x".repeat(190)).repeat(200))
                        .named("200 rows of 190 cells"),
                Bomb.of(HTML, "<table><td colspan=1000 rowspan=1000>" + "<tr><td colspan=999>x".repeat(19_000))
                        .named("spans"));
    }

    /** As many tags as are read. */
    private static Stream<Bomb> manyTags() {
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

    private static Stream<Bomb> heads() {
        return Stream.of(
                Bomb.of(HTML, ("<meta name=author content='" + "a".repeat(9_000) + "b'>").repeat(100) + "<p>x")
                        .named("authors"),
                Bomb.of(HTML, "<meta property=og:title content='" + "a - ".repeat(250_000) + "'><p>x")
                        .named("og:title"),
                Bomb.of(HTML, "<meta name=keywords content='" + numbered("k%d,", 130_000) + "'><p>x")
                        .named("keywords"),
                Bomb.of(HTML, "<meta name=date content='" + "May ".repeat(250_000) + "'><p>x")
                        .named("meta date"),
                ld("[", "[", ""),
                ld("", "{\"a\":", ""),
                ld("[", "{\"@type\":\"Article\",\"headline\":\"x\"},", "1]"),
                ld("[", "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"x\"},", "1]"),
                ld("{\"@type\":\"Article\",\"author\":[", "{\"name\":\"Ann Lee\"},", "1]}"),
                ld("{\"@type\":\"Article\",\"keywords\":[", "\"a\",", "1]}"),
                ld("{\"@type\":\"Article\",\"articleBody\":\"", "a ", "\"}"),
                ld("{\"@type\":\"Article\",\"articleBody\":\"", "a\\n", "\"}"),
                ld("{\"@type\":\"Article\",\"articleBody\":\"", "<p>a</p>", "\"}"),
                ld("{\"@type\":\"Article\",\"headline\":\"", "a | ", "\"}"),
                ld("{\"@type\":\"Article\",\"datePublished\":\"", "2021-", "\"}"),
                ld("{\"a\":\"", "\\\"", "\"}"),
                ld("{\"a\":\"", "&quot;", "\"}"),
                ld("{\"a\":", "9", "}"),
                ld("//", "//", ""),
                ld("{\"a\":\"", "\n", "\"}"),
                ld("{", "\"a\":1,", "}"),
                Bomb.of(
                                HTML,
                                "<script type=application/ld+json>{\"@type\":\"Article\"}</script>".repeat(15_000)
                                        + "<p>x")
                        .named("many JSON-LD"));
    }

    private static Stream<Bomb> plain() {
        Stream<Bomb> repeated = Stream.of(
                        "a\n",
                        "a ",
                        "a",
                        "A",
                        "aA",
                        "a.",
                        "a. ",
                        "A. ",
                        "語",
                        "語。",
                        "語\n",
                        "😀",
                        "😀\n",
                        "\n",
                        "\r",
                        " ",
                        "\t",
                        "\u0000",
                        "\u0001\n",
                        "(",
                        "(\n",
                        "<p>\n",
                        "& ",
                        "* a\n",
                        "# a\n",
                        "http://a.b/c ",
                        "http://a.b\n",
                        "|",
                        "a|b\n",
                        "» a\n",
                        "share this\n",
                        "aB c\n",
                        "LogoThis was ",
                        "Logo\n",
                        "words and words, and more of them.\n",
                        "1\n",
                        "a\n\n",
                        "3 May 2021\n",
                        "By Ann Lee\n",
                        "\u00A0\n",
                        "\u2028",
                        "\u0085",
                        "a b c d e f g h i j k l\n",
                        "a\u0301",
                        "ﷺ\n",
                        ". ",
                        "? ",
                        "！",
                        "a! B")
                .map(piece -> Bomb.of(PLAIN, "", piece, ""));
        Stream<Bomb> made = Stream.of(
                Bomb.of(PLAIN, numbered("w%d ", 140_000)).named("different words"),
                Bomb.of(PLAIN, numbered("w%d\n", 140_000)).named("different lines"),
                Bomb.of(PLAIN, random(Bomb.LARGEST / 2)).named("random characters"));
        return Stream.concat(repeated, made);
    }

    private static Stream<Bomb> envelopes() {
        return Stream.of(
                Bomb.of(JSON, "", "[", ""),
                Bomb.of(JSON, "", "{\"a\":", ""),
                Bomb.of(JSON, "{\"contentType\":\"text/plain\",\"content\":\"", "a\\n", "\"}"),
                Bomb.of(JSON, "{\"contentType\":\"text/html\",\"content\":\"", "\\u003c", "\"}"),
                Bomb.of(JSON, "{\"contentType\":\"text/markdown\",\"content\":\"", "\\n\\n-", "\"}"),
                Bomb.of(JSON, "{\"contentType\":\"text/plain\",\"content\":\"", "\\u0000", "\"}"),
                Bomb.of(JSON, "{\"contentType\":\"text/plain\",\"content\":\"x\",\"tags\":[", "\"a\",", "\"b\"]}"),
                Bomb.of(JSON, "{\"contentType\":\"text/plain\",\"content\":\"x\",\"authors\":[", "\"a\",", "\"b\"]}"),
                Bomb.of(JSON, "{\"contentType\":\"text/plain\",\"content\":\"x\",\"x\":", "9", "}"),
                Bomb.of(JSON, "{\"contentType\":\"text/plain\",\"content\":\"x\",\"title\":\"", "a ", "\"}"),
                Bomb.of(
                                JSON,
                                "{" + numbered("\"k%d\":1,", 80_000)
                                        + "\"contentType\":\"text/plain\",\"content\":\"x\"}")
                        .named("keys"));
    }

    private static Bomb ld(String start, String piece, String end) {
        return Bomb.of(HTML, "<script type=application/ld+json>" + start, piece, end + "</script><p>x")
                .named("JSON-LD " + start + piece.strip());
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

    /** Each with its number, as many as fit in the size limit with some to spare. */
    private static String numbered(String format, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < most && text.length() < Bomb.LARGEST - 1_000; i++)
            text.append(format.replace("%1$d", "%d").replace("%d", Integer.toString(i)));
        return text.toString();
    }

    private static String ticks() {
        return IntStream.range(1, 1_400).mapToObj(n -> "`".repeat(n) + "a").collect(Collectors.joining());
    }

    private static String nested(String marker, int depth) {
        String space = " ".repeat(marker.length());
        boolean quote = marker.startsWith(">");
        return IntStream.range(0, depth / marker.length())
                .mapToObj(n -> (quote ? marker : space).repeat(n) + marker + "a\n")
                .collect(Collectors.joining());
    }

    private static String prefixed(String prefix, int lines) {
        return (prefix + "a\n").repeat(lines);
    }

    private static String laughs() {
        return IntStream.range(1, 12_000)
                .mapToObj(n -> "a" + n + ": &a" + n + " [" + ("*a" + (n - 1) + ",").repeat(9) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [lol]\n", ""));
    }

    private static String base64() {
        byte[] image = new byte[750_000];
        new Random(3).nextBytes(image);
        return Base64.getEncoder().encodeToString(image);
    }

    private static String random(int chars) {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chars; i++) text.append((char) (' ' + random.nextInt(random.nextInt(4) == 0 ? 400 : 95)));
        return text.toString();
    }
}
