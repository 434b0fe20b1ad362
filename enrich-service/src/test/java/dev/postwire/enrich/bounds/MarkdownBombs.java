package dev.postwire.enrich.bounds;

import static dev.postwire.enrich.bounds.Pieces.base64;
import static dev.postwire.enrich.bounds.Pieces.numbered;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Of Markdown: pieces repeated, and made ones. */
final class MarkdownBombs {
    private static final String MARKDOWN = "text/markdown";

    private MarkdownBombs() {}

    static Stream<Bomb> all() {
        return Stream.concat(repeated(), made());
    }

    private static Stream<Bomb> repeated() {
        return Stream.of(
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
    }

    private static Stream<Bomb> made() {
        String cells = "|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n";
        String reference = "[x]: /" + "u".repeat(20_000);
        return Stream.of(
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
}
