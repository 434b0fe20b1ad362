package dev.postwire.query.revision;

import java.util.ArrayList;
import java.util.List;

/** Text cut into the pieces that are compared. Put together again they are the text. */
enum Pieces {
    /** Words, runs of space, and each other sign by itself, ideographs included. */
    WORDS {
        @Override
        boolean together(int one, int next) {
            return isWord(one) && isWord(next) || Character.isWhitespace(one) && Character.isWhitespace(next);
        }
    },
    /** Lines with their ends. */
    LINES {
        @Override
        boolean together(int one, int next) {
            return one != '\n';
        }
    };

    /** True where those two code points, side by side, are of one piece. */
    abstract boolean together(int one, int next);

    List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int one = text.codePointAt(i);
            i += Character.charCount(one);
            if (i == text.length() || !together(one, text.codePointAt(i))) {
                pieces.add(text.substring(start, i));
                start = i;
            }
        }
        return pieces;
    }

    private static boolean isWord(int c) {
        return (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK)
                && !Character.isIdeographic(c);
    }
}
