package dev.postwire.bench.contender;

import java.util.List;
import java.util.Objects;

/**
 * What a contender found. The empty string and the empty list where it found nothing or does not look for it.
 *
 * @param published the day first: {@code 2025-09-04…}
 */
public record Answer(String text, String title, List<String> authors, String published) {
    public static final Answer NOTHING = new Answer("", "", List.of(), "");

    public Answer {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(title, "title");
        authors = List.copyOf(authors);
        Objects.requireNonNull(published, "published");
    }

    /** The text of a tool that says null for nothing. */
    static String orEmpty(String found) {
        return found == null ? "" : found;
    }

    @Override
    public String toString() {
        return "Answer[characters=" + text.length() + "]";
    }
}
