package dev.postwire.query.revision;

import dev.postwire.query.revision.Script.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a text differs from the one before it: by words; by lines where too many words differ; else as a whole.
 *
 * @param by what was compared
 * @param edits in order, at most {@link #MOST_EDITS}
 * @param more how many edits were left out
 */
public record TextDifference(By by, List<Edit> edits, int more) {
    static final int MOST_EDITS = 200;

    /** Longer texts are compared by lines at once. */
    private static final int MOST_CHARACTERS = 400_000;

    /** What was compared. Named as it is answered. */
    public enum By {
        word,
        line,
        whole
    }

    public TextDifference {
        edits = List.copyOf(edits);
    }

    public static TextDifference between(String older, String newer) {
        if (Math.max(older.length(), newer.length()) <= MOST_CHARACTERS) {
            Optional<TextDifference> words = by(By.word, Pieces.WORDS, older, newer);
            if (words.isPresent()) return words.get();
        }
        return by(By.line, Pieces.LINES, older, newer)
                .orElseGet(() -> new TextDifference(By.whole, List.of(new Edit(0, older, newer)), 0));
    }

    private static Optional<TextDifference> by(By by, Pieces pieces, String older, String newer) {
        List<String> before = pieces.of(older);
        List<String> after = pieces.of(newer);
        return Script.between(before, after).map(runs -> of(by, joined(runs, after), before, after));
    }

    /** A single space between two changed words changed nothing for a reader, but would tear their edit apart. */
    private static List<Run> joined(List<Run> runs, List<String> after) {
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            Run last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && run.into() - last.until() == 1
                    && after.get(last.until()).isBlank()) {
                joined.set(joined.size() - 1, new Run(last.from(), run.to(), last.into(), run.until()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private static TextDifference of(By by, List<Run> runs, List<String> before, List<String> after) {
        List<Edit> edits = new ArrayList<>();
        int start = 0;
        int counted = 0;
        for (Run run : runs.subList(0, Math.min(runs.size(), MOST_EDITS))) {
            for (; counted < run.into(); counted++) {
                start += after.get(counted).codePointCount(0, after.get(counted).length());
            }
            edits.add(new Edit(
                    start,
                    String.join("", before.subList(run.from(), run.to())),
                    String.join("", after.subList(run.into(), run.until()))));
        }
        return new TextDifference(by, edits, runs.size() - edits.size());
    }
}
