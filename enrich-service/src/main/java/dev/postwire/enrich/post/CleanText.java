package dev.postwire.enrich.post;

/** Text that every store and every reader takes: no control characters, no half of a surrogate pair, no U+FFFE or U+FFFF. */
public final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** The text without control characters other than tab and line feed; line ends of all systems become line feeds. */
    public static String of(String text) {
        int first = firstUnclean(text);
        if (first < 0) return text;
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
        int run = first;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) continue;
            clean.append(text, run, i);
            run = i + 1;
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') clean.append('\n');
            } else if (isLoneSurrogate(text, i) || isNoCharacter(c)) {
                clean.append(REPLACEMENT);
            } else if (isBreak(c)) {
                clean.append('\n');
            } else if (!isControl(c)) {
                clean.append(c);
            }
        }
        return clean.append(text, run, text.length()).toString();
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c < '\u007F') || c == '\n';
    }

    /** As {@link #of}, with every run of white space, line ends and no-break spaces among them, made one space. */
    public static String oneLine(String text) {
        String clean = of(text);
        StringBuilder line = new StringBuilder(clean.length());
        boolean gap = false;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (isSpace(c)) {
                gap = line.length() > 0;
            } else {
                if (gap) line.append(' ');
                gap = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    /** White space as a reader sees it: what separates words and shows nothing. */
    public static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00A0' || Character.isSpaceChar(c);
    }

    /** A control character that no text has a use for; tab and line ends are not among them. */
    public static boolean isControl(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') || (c >= '\u007F' && c <= '\u009F');
    }

    /** What divides lines or pages where it is used at all: next line, vertical tab, form feed. Without it two words would be one. */
    private static boolean isBreak(char c) {
        return c == '\u0085' || c == '\u000B' || c == '\f';
    }

    private static int firstUnclean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) continue;
            if (c == '\r' || c == '\f' || isControl(c) || isNoCharacter(c) || isLoneSurrogate(text, i)) return i;
        }
        return -1;
    }

    /** Unicode will never give these a meaning; a parser may take one for the end of its input. */
    private static boolean isNoCharacter(char c) {
        return c >= '\uFFFE';
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
