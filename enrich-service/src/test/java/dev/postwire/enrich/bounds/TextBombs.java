package dev.postwire.enrich.bounds;

import static dev.postwire.enrich.bounds.Pieces.numbered;

import java.util.Random;
import java.util.stream.Stream;

/** Of plain text, and of the envelopes that any text comes in. */
final class TextBombs {
    private static final String PLAIN = "text/plain";
    private static final String JSON = "application/json";

    private TextBombs() {}

    static Stream<Bomb> all() {
        return Stream.concat(plain(), envelopes());
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

    private static String random(int chars) {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chars; i++) text.append((char) (' ' + random.nextInt(random.nextInt(4) == 0 ? 400 : 95)));
        return text.toString();
    }
}
