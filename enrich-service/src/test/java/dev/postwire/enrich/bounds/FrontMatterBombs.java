package dev.postwire.enrich.bounds;

import static dev.postwire.enrich.bounds.Pieces.numbered;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Of front matter in every language. */
final class FrontMatterBombs {
    private static final String MARKDOWN = "text/markdown";

    private FrontMatterBombs() {}

    static Stream<Bomb> all() {
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

    private static String laughs() {
        return IntStream.range(1, 12_000)
                .mapToObj(n -> "a" + n + ": &a" + n + " [" + ("*a" + (n - 1) + ",").repeat(9) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [lol]\n", ""));
    }
}
