package dev.postwire.enrich;

import dev.postwire.enrich.post.CleanText;
import dev.postwire.enrich.post.EnrichedPost.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The short view of a text: its beginning, and how long it takes to read. */
final class Excerpt {
    private static final int LONGEST_POINTS = 300;
    private static final int WORDS_A_MINUTE = 230;

    private Excerpt() {}

    /**
     * The beginning on one line, without section titles and what stands under pictures, cut between words where it can be; empty for an
     * empty text.
     */
    static Optional<String> of(String text, List<Section> outline, Set<String> captions) {
        String prose = outline.isEmpty() ? text : withoutTitles(text, outline);
        if (!captions.isEmpty()) prose = withoutCaptions(prose, captions);
        return cut(prose).or(() -> cut(text));
    }

    private static String withoutCaptions(String text, Set<String> captions) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        // As above.
        while (at < text.length() && words.length() <= LONGEST_POINTS * 2) {
            int end = text.indexOf("\n\n", at);
            if (end < 0) end = text.length();
            if (!captions.contains(text.substring(at, end).strip()))
                words.append(text, at, end).append("\n\n");
            at = end + 2;
        }
        return at < text.length() ? words.append(text, at, text.length()).toString() : words.toString();
    }

    private static String withoutTitles(String text, List<Section> outline) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        for (Section section : outline) {
            // Far enough for any excerpt: the rest of a long text is not looked at.
            if (words.length() > LONGEST_POINTS * 2) break;
            int start = text.offsetByCodePoints(0, section.start());
            words.append(text, at, start);
            at = start + section.title().length();
        }
        return words.append(text, at, text.length()).toString();
    }

    private static Optional<String> cut(String text) {
        int window = Math.min(text.length(), LONGEST_POINTS * 2);
        int end =
                text.codePointCount(0, window) <= LONGEST_POINTS ? window : text.offsetByCodePoints(0, LONGEST_POINTS);
        String line = CleanText.oneLine(text.substring(0, end));
        if (end < text.length()) {
            int space = line.lastIndexOf(' ');
            // A script without spaces is cut where it is.
            if (space > line.length() / 2) line = line.substring(0, space);
            line += "…";
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /** Rounded up; 0 only for no words. */
    static int readingMinutes(int words) {
        return (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
    }
}
