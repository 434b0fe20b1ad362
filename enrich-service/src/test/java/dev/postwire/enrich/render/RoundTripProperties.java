package dev.postwire.enrich.render;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** {@link RoundTrip} over trees of all elements in all places, and over mixtures of signs, which parsers make odd trees of. */
class RoundTripProperties {
    private static final int FEW = 400;
    private static final int MANY = 40_000;

    private static final List<String> BLOCKS = List.of(
            ("p div blockquote ul ol li h1 h2 h3 h6 pre table tr td th thead caption figure figcaption dl dt dd section"
                            + " article details noscript")
                    .split(" "));
    private static final List<String> FORMATS = List.of(
            "em strong del b i s code a sub sup kbd mark u q small span ruby rt cite a picture label".split(" "));
    private static final List<String> VOIDS = List.of(
            "<br>",
            "<hr>",
            "<img src=a.png>",
            "<img src='/b(1).png' alt='*a* [b] &amp;amp; <' title='\"t\"'>",
            "<img data-src=late.jpg srcset='s.jpg 1x, l.jpg 2x' alt=x>",
            "<input type=checkbox>",
            "<input type=checkbox checked>",
            "<wbr>");
    private static final List<String> WORDS = List.of(
            "words",
            " ",
            "\n",
            "two words",
            "*",
            "**",
            "_",
            "a_b",
            "~",
            "~~",
            "`",
            "``",
            "|",
            "a | b",
            "\\",
            "[x]",
            "[x] y",
            "[^1]: n",
            "](u)",
            "!",
            "wow!",
            "#",
            "# h",
            "C#",
            "-",
            "- i",
            "---",
            "+",
            "=",
            "===",
            "1.",
            "1. i",
            "12) i",
            "2026",
            "&gt;",
            "&lt;b>",
            "&amp;amp;",
            "&amp;#42;",
            "&amp;",
            "&nbsp;",
            "&#8203;",
            "&#1;",
            "&#12288;",
            "\u00e4\u00f6",
            "\u8a9e",
            "\ud83d\ude00",
            "\ud840\udc0b",
            "\u2014",
            "\u201cq\u201d",
            ":",
            ":--",
            "|---|",
            "\t",
            "    i",
            ".",
            "(",
            ")",
            "\"",
            "https://x.example/_a_");

    @Property(tries = FEW)
    void aTreeComesBack(@ForAll("trees") String html) {
        RoundTrip.assertHolds(html);
    }

    @Property(tries = FEW)
    void aMixtureOfSignsAsHtmlComesBack(@ForAll("mixtures") String html) {
        RoundTrip.assertHolds(html);
    }

    @Property(tries = FEW)
    void aMixtureOfSignsAsMarkdownComesBack(@ForAll("mixtures") String markdown) {
        RoundTrip.assertHolds(RoundTrip.commonmark(markdown));
    }

    @Tag("soak")
    @Property(tries = MANY)
    void anyTreeComesBack(@ForAll("trees") String html) {
        RoundTrip.assertHolds(html);
    }

    @Tag("soak")
    @Property(tries = MANY)
    void anyMixtureOfSignsComesBack(@ForAll("mixtures") String signs) {
        RoundTrip.assertHolds(signs);
        RoundTrip.assertHolds(RoundTrip.commonmark(signs));
    }

    @Provide
    Arbitrary<String> trees() {
        return nodes(5).list().ofMaxSize(6).map(nodes -> String.join("", nodes));
    }

    @Provide
    Arbitrary<String> mixtures() {
        Arbitrary<String> signs = Arbitraries.of(
                "\n",
                "\n\n",
                "> ",
                "  ",
                "    ",
                "```\n",
                "```js\n",
                "| a | b |\n|---|---|\n| c | d |\n",
                "[a](b)",
                "![a](b)",
                "- [ ] ",
                "- ",
                "* ",
                "1. ",
                "3) ",
                "***\n",
                "</p>",
                "</em>",
                "</b>",
                "</a>",
                "</ul>",
                "</table>",
                "[^1]",
                "[^1]: ");
        return Arbitraries.oneOf(words(), signs, opened()).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> opened() {
        return Arbitraries.oneOf(Arbitraries.of(BLOCKS), Arbitraries.of(FORMATS))
                .map(name -> start(name));
    }

    private static Arbitrary<String> nodes(int depth) {
        Arbitrary<String> leaves = Arbitraries.frequencyOf(Tuple.of(5, words()), Tuple.of(1, Arbitraries.of(VOIDS)));
        if (depth == 0) return leaves;
        Arbitrary<String> inner = Arbitraries.lazy(() -> nodes(depth - 1));
        Arbitrary<String> content = inner.list().ofMaxSize(4).map(nodes -> String.join("", nodes));
        Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.of(BLOCKS), Arbitraries.of(FORMATS));
        Arbitrary<String> elements =
                Combinators.combine(names, content).as((name, nodes) -> start(name) + nodes + "</" + name + ">");
        return Arbitraries.frequencyOf(Tuple.of(2, leaves), Tuple.of(3, elements));
    }

    private static String start(String name) {
        return switch (name) {
            case "a" -> "<a href='/u(_1_)?a=b&amp;copy;' title='a \"b\" &amp;amp;'>";
            case "ol" -> "<ol start=3>";
            case "pre" -> "<pre class='brush: js'>";
            case "th" -> "<th align=right>";
            default -> "<" + name + ">";
        };
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of(WORDS);
    }
}
