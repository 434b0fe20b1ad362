package dev.postwire.bench.million;

import java.time.Instant;
import java.util.List;

/** A post of our own making, in the shapes of the field: what it says, and what is said of it. */
record MadeUpPost(
        String id,
        Tongue tongue,
        int site,
        String author,
        Instant published,
        String title,
        List<String> paragraphs,
        List<Integer> topics) {
    String siteName() {
        return "site-" + site + ".example";
    }

    String text() {
        return String.join("\n\n", paragraphs);
    }

    /** How a topic is called, wherever it is a tag. */
    static String tag(int topic) {
        return Tongue.EN.words.word(400 + topic * 7);
    }
}
