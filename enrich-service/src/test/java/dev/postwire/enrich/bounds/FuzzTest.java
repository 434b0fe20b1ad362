package dev.postwire.enrich.bounds;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.Reason;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Posts at random, built as posts are: a head, blocks in blocks, marks in words. Some pieces come again many times, which is what
 * makes a post costly. The same posts on every run.
 */
class FuzzTest {
    private static final int FEW = 100;
    private static final int MANY = 1_500;
    private static final int SHORT = 8_000;
    /** Allocation says the same on every machine. A megabyte of ordinary page takes a tenth. */
    private static final long MOST_BYTES_A_CHAR = 2_000;

    private static final long ALLOWANCE = 48L << 20;

    private static final List<String> TYPES = List.of("text/markdown", "text/html", "text/plain");
    private static final List<String> HEADS = List.of(
            "",
            "",
            "---\ntitle: a\ntags: [b, c]\n---\n",
            "---\n",
            "+++\n",
            "+++\na = [\"b\"]\n+++\n",
            "{\"a\": 1}\n",
            "Title: a\n\n",
            "<!doctype html><title>a</title>",
            "<head><meta name=author content=b>",
            "<script type=application/ld+json>{\"a\":[");
    private static final List<String> STARTS = List.of(
            "- ",
            "> ",
            "1. ",
            "# ",
            "    ",
            "```\n",
            "|a|b|\n|-|-|\n",
            "|a",
            "[^1]: ",
            "[a]: b\n",
            "{{< a >}}",
            "{% raw %}",
            "<div>",
            "<p>",
            "<ul><li>",
            "<table><tr><td>",
            "<pre>",
            "<figure><img src=a>",
            "<blockquote>",
            "<h2>",
            "<dl><dt>",
            "<section class=comment>",
            "<a href=b>",
            "<svg>",
            "<template>",
            "<b><i>",
            "<select>",
            "<script>",
            "<!--",
            "\n\n",
            "\n",
            "<br>",
            ": ",
            "***\n");
    private static final List<String> MARKS = List.of(
            "*",
            "**",
            "_",
            "`",
            "``",
            "[",
            "]",
            "](b)",
            "![",
            "[a]",
            "[^1]",
            "<b>",
            "</b>",
            "</p>",
            "</div>",
            "</td>",
            "<",
            "&amp;",
            "&#x1F600;",
            "&",
            "|",
            "\\",
            "~~",
            "http://a.b/c",
            "{{",
            "}}",
            "{%",
            "%}",
            "\"",
            "'",
            "(",
            ")",
            "\t",
            "\u0000",
            "\u00A0",
            "語",
            "。",
            "😀",
            "é",
            "\r",
            " ",
            ". ",
            "5 May 2021 ",
            "By Ann Lee ",
            "word ",
            "words and words ",
            "-",
            ":",
            "=",
            "data:image/png;base64,AAAA");

    private final Enricher enricher = new Enricher();

    @Test
    void takesAnyPost() {
        for (int seed = 0; seed < FEW; seed++) take(post(new Random(seed), SHORT), seed);
    }

    @Test
    @Tag("soak")
    void takesAnyPostUpToTheSizeLimit() {
        for (int seed = FEW; seed < MANY; seed++) {
            Random random = new Random(seed);
            take(post(random, 1 + random.nextInt(Bomb.LARGEST / 3)), seed);
        }
    }

    private void take(Bomb post, int seed) {
        Cost cost = Cost.of(enricher, post.raw(), 1);

        boolean fault =
                cost.outcome() instanceof Outcome.Rejected rejected && rejected.reason() == Reason.ENRICHER_FAULT;
        assertFalse(fault, "a fault of ours, seed " + seed);
        long most = ALLOWANCE + MOST_BYTES_A_CHAR * post.body().length();
        assertTrue(cost.allocated() < most, "seed " + seed + " took " + cost.allocated() + " bytes, at most " + most);
    }

    private static Bomb post(Random random, int chars) {
        StringBuilder body = new StringBuilder(oneOf(HEADS, random));
        while (body.length() < chars) {
            String block = block(random, 3);
            int most = Math.max(1, (chars - body.length()) / Math.max(1, block.length()));
            body.append(block.repeat(random.nextInt(4) == 0 ? most : 1));
        }
        return Bomb.of(oneOf(TYPES, random), body.toString());
    }

    private static String block(Random random, int depth) {
        String start = oneOf(STARTS, random).repeat(random.nextInt(6) == 0 ? 1 + random.nextInt(120) : 1);
        String inner = depth > 0 && random.nextBoolean() ? block(random, depth - 1) : words(random);
        return start + inner + (random.nextBoolean() ? "\n" : "\n\n");
    }

    private static String words(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> oneOf(MARKS, random).repeat(random.nextInt(20) == 0 ? 1 + random.nextInt(300) : 1))
                .collect(Collectors.joining());
    }

    private static String oneOf(List<String> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
