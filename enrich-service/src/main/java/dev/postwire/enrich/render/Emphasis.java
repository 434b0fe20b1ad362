package dev.postwire.enrich.render;

import java.util.ArrayList;
import java.util.List;

/**
 * The emphases of one block, which become signs where CommonMark would read those so, and tags of HTML where it would not: what a
 * sign means depends on the characters at both its sides, so it is decided when all are there. Used by one thread.
 *
 * <p>Relies on what sanitising gives: no emphasis within its own kind, and no white space at an emphasis's edges. Each sign then
 * opens and closes as wanted if it stands between white space or punctuation outside and anything inside, or if the character
 * inside is a letter or a digit; two signs must not touch. That one of two signs that can both open and close is not taken for the
 * other's is seen to by CommonMark's rule of multiples of three.
 */
final class Emphasis {
    private final StringBuilder out;
    private final List<Mark> marks = new ArrayList<>();
    /** Which marks belong together, in the order in which they closed. */
    private final List<int[]> closings = new ArrayList<>();

    private static final class Mark {
        private final int at;
        private final String sign;
        private final String name;
        private final boolean opens;
        private boolean signed;

        private Mark(int at, String sign, String name, boolean opens) {
            this.at = at;
            this.sign = sign;
            this.name = name;
            this.opens = opens;
        }

        private String text() {
            return signed ? sign : opens ? "<" + name + ">" : "</" + name + ">";
        }
    }

    Emphasis(StringBuilder out) {
        this.out = out;
    }

    /** Answers what {@link #close} wants. */
    int open(String sign, String name) {
        marks.add(new Mark(out.length(), sign, name, true));
        return marks.size() - 1;
    }

    void close(int opened) {
        Mark open = marks.get(opened);
        marks.add(new Mark(out.length(), open.sign, open.name, false));
        closings.add(new int[] {opened, marks.size() - 1});
    }

    /** All that was written, with the marks in it. */
    String resolved() {
        if (marks.isEmpty()) return out.toString();
        // Inner ones end first, and so are decided first.
        for (int[] pair : closings) {
            boolean signed = binds(pair[0]) && binds(pair[1]);
            marks.get(pair[0]).signed = signed;
            marks.get(pair[1]).signed = signed;
        }
        StringBuilder resolved = new StringBuilder(out.length() + marks.size() * 4);
        int written = 0;
        for (Mark mark : marks) {
            resolved.append(out, written, mark.at).append(mark.text());
            written = mark.at;
        }
        return resolved.append(out, written, out.length()).toString();
    }

    private boolean binds(int index) {
        Mark mark = marks.get(index);
        boolean touchesBefore = touches(index, index - 1);
        boolean touchesAfter = touches(index, index + 1);
        if (touchesBefore && marks.get(index - 1).signed || touchesAfter && marks.get(index + 1).signed) return false;
        // A mark that is no sign is a tag, and a tag is punctuation.
        int before = touchesBefore ? '>' : mark.at == 0 ? '\n' : out.codePointBefore(mark.at);
        int after = touchesAfter ? '<' : mark.at == out.length() ? '\n' : out.codePointAt(mark.at);
        int inside = mark.opens ? after : before;
        int outside = mark.opens ? before : after;
        return Character.isLetterOrDigit(inside) || (isShown(inside) && endsWords(outside));
    }

    private boolean touches(int index, int other) {
        return other >= 0 && other < marks.size() && marks.get(other).at == marks.get(index).at;
    }

    private static boolean isShown(int point) {
        return !Character.isWhitespace(point) && !Character.isSpaceChar(point);
    }

    private static boolean endsWords(int point) {
        return point == '\n'
                || Character.isSpaceChar(point)
                || (point > ' ' && point < 0x7F && !Character.isLetterOrDigit(point));
    }
}
