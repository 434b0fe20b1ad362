package dev.postwire.enrich.sanitise;

/**
 * Where one inline element ends and the next begins with no white space between, as a style sheet sets labels, prices and buttons
 * apart on screen. Tells whether the words on both sides are two: two links always are; of others, where a small letter meets a capital
 * or a figure, or any letter a capitalised word. A word of which only a part is in an element, and letters that each have one,
 * stay whole. Used by one thread.
 */
final class Seam {
    private boolean left;
    private boolean leftLink;
    private boolean entered;
    private boolean enteredLink;
    /** The last sign of the words before, and the letters and figures there, up to two. */
    private char last = ' ';

    private int before;

    void enter(boolean link) {
        if (!left) return;
        entered = true;
        enteredLink |= link;
    }

    void leave(boolean link) {
        left = true;
        leftLink |= link;
    }

    /** Whether these words, which come next, are apart from those before them. */
    boolean parts(String next) {
        if (!left || !entered) return false;
        char first = next.charAt(0);
        if (!Character.isLetterOrDigit(first) || !Character.isLetterOrDigit(last)) return false;
        if (leftLink && enteredLink) return isSpaced(first) && isSpaced(last);
        if (before < 2) return false;
        if (Character.isDigit(first)) return Character.isLowerCase(last);
        if (!Character.isUpperCase(first) || next.length() < 2 || !Character.isLetter(next.charAt(1))) return false;
        return !Character.isUpperCase(last) || Character.isLowerCase(next.charAt(1));
    }

    /** Chinese and Japanese put no space between words. */
    private static boolean isSpaced(char c) {
        return c < 0x2E80 || (c >= 0xAC00 && c < 0xD7B0);
    }

    void written(String words) {
        close();
        int end = words.length();
        last = words.charAt(end - 1);
        boolean two = end > 1 && Character.isLetterOrDigit(words.charAt(end - 2));
        before = !Character.isLetterOrDigit(last) ? 0 : two ? 2 : 1;
    }

    /** Something else than an element stands here. */
    void close() {
        left = false;
        leftLink = false;
        entered = false;
        enteredLink = false;
        last = ' ';
        before = 0;
    }
}
