package dev.postwire.enrich.bounds;

import static dev.postwire.enrich.bounds.Pieces.base64;
import static dev.postwire.enrich.bounds.Pieces.numbered;

import java.util.stream.Stream;

/** Of HTML without many tags, and of what its head says. */
final class HtmlBombs {
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";

    private HtmlBombs() {}

    static Stream<Bomb> all() {
        return Stream.of(html(), fewTags(), heads()).flatMap(bombs -> bombs);
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

    private static Bomb ld(String start, String piece, String end) {
        return Bomb.of(HTML, "<script type=application/ld+json>" + start, piece, end + "</script><p>x")
                .named("JSON-LD " + start + piece.strip());
    }
}
