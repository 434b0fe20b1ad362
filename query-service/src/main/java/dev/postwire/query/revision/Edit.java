package dev.postwire.query.revision;

/**
 * A place where the text changed.
 *
 * @param start where it stands in the newer text, in Unicode code points
 * @param removed what stood there before, cut where it is very long; empty where something was put in
 * @param added what stands there now; empty where something was taken out
 */
public record Edit(int start, String removed, String added) {
    private static final int LONGEST = 2_000;

    public Edit {
        removed = cut(removed);
        added = cut(added);
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) return text;
        return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    @Override
    public String toString() {
        return "Edit[" + start + ", -" + removed.length() + ", +" + added.length() + "]";
    }
}
