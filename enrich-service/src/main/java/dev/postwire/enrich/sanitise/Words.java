package dev.postwire.enrich.sanitise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Writes runs of words with their formats, front to back. White space is one space between words and none at the edges of a run,
 * and stands outside of formats that begin or end there; a format without words leaves no trace; one that spans several runs is
 * written in each. Used by one thread.
 */
final class Words {
    /** Deeper nesting of formats says nothing to a reader. */
    private static final int DEEPEST = 8;
    /** Formats that span many runs multiply; beyond this many elements words are plain. Few posts of a person's have a tenth. */
    private static final int MOST_ELEMENTS = 20_000;

    private final Addresses addresses;
    private final Supplier<Element> opener;
    private final List<Format> formats = new ArrayList<>();
    private final List<Open> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder gap = new StringBuilder();
    private Element run;
    private int breaks;
    private boolean splits;
    private int elements;
    private Object code;
    private Open openCode;
    private final Seam seam = new Seam();

    /** A format as far as it is written; its element is that around it where nothing may be written for it. */
    private record Open(Object format, Element element) {}

    /** @param opener makes the element of a run, in its place in the tree, when the first of its words comes */
    Words(Addresses addresses, Supplier<Element> opener) {
        this.addresses = addresses;
        this.opener = opener;
    }

    /** Whether two line breaks in a row begin a new run, as they do where a run is a paragraph. */
    void splitAtBreaks(boolean splits) {
        this.splits = splits;
    }

    boolean splitsAtBreaks() {
        return splits;
    }

    /** Answers whether it was begun: a format within itself, or one too deep, says nothing. */
    boolean begin(Format format) {
        if (formats.size() == DEEPEST) return false;
        boolean repeats = !format.name().equals("sub")
                && !format.name().equals("sup")
                && !format.name().equals("q");
        for (Format around : formats) if (repeats && around.name().equals(format.name())) return false;
        formats.add(format);
        return true;
    }

    /** Ends the format begun last. */
    void endFormat() {
        formats.remove(formats.size() - 1);
    }

    Format innermost() {
        return formats.isEmpty() ? null : formats.get(formats.size() - 1);
    }

    /** The link that words now stand in, or null. */
    Format link() {
        for (Format format : formats) if (format.name().equals("a")) return format;
        return null;
    }

    /** Words of code until {@link #endCode}. Answers whether it was begun: code within code is the same code. */
    boolean beginCode() {
        if (code != null) return false;
        code = new Object();
        return true;
    }

    void endCode() {
        code = null;
    }

    boolean areCode() {
        return code != null;
    }

    /** A line break, if words follow. */
    void lineBreak() {
        if (run != null) breaks++;
    }

    void space() {
        gap(' ');
    }

    /** An inline element begins here. */
    void enter(boolean link) {
        seam.enter(link);
    }

    /** An inline element ends here. */
    void leave(boolean link) {
        seam.leave(link);
    }

    /** A void element among the words. */
    void add(Element element) {
        seam.close();
        ready(false);
        flush();
        tip().appendChild(element);
    }

    void write(String words) {
        int end = words.length();
        if (end == 0) return;
        if (code == null && run != null && gap.length() == 0 && breaks == 0 && seam.parts(words)) gap(' ');
        seam.written(words);
        for (int i = 0; i < end; ) {
            int j = i;
            while (j < end && (isWord(words, j) || isPlainGap(words, i, j))) j++;
            if (j > i) {
                ready(code != null);
                text.append(words.substring(i, j));
            } else {
                char c = words.charAt(j++);
                if (isGap(c)) gap(c);
                else if (Character.isSurrogate(c)) writeReplacement();
            }
            i = j;
        }
    }

    /** Ends the run, if one is open. */
    void end() {
        flush();
        path.clear();
        openCode = null;
        run = null;
        breaks = 0;
        gap.setLength(0);
        seam.close();
    }

    private void writeReplacement() {
        ready(code != null);
        text.append('\uFFFD');
    }

    private static boolean isWord(String words, int i) {
        char c = words.charAt(i);
        if (c > ' ' && c < 0x7F) return true;
        if (c < 0xA0 || isGap(c)) return false;
        if (!Character.isSurrogate(c)) return true;
        return Character.isHighSurrogate(c)
                ? i + 1 < words.length() && Character.isLowSurrogate(words.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(words.charAt(i - 1));
    }

    /** One space between two words stands as it is. */
    private static boolean isPlainGap(String words, int from, int i) {
        return i > from && words.charAt(i) == ' ' && i + 1 < words.length() && isWord(words, i + 1);
    }

    /** What shows nothing at the edge of a run. */
    private static boolean isGap(char c) {
        if (c <= ' ') return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        return c >= 0x85 && (c == 0x85 || c == 0x200B || c == 0xFEFF || Character.isSpaceChar(c));
    }

    private void gap(char c) {
        if (run == null) return;
        boolean plain = c <= ' ' || c == 0x85 || c == 0x2028 || c == 0x2029;
        if (!plain) gap.append(c);
        else if (gap.length() == 0 || gap.charAt(gap.length() - 1) != ' ') gap.append(' ');
    }

    /** Writes what stands between the last word and the next, and sees that the formats in force are open, and no others. */
    private void ready(boolean asCode) {
        if (breaks > 1 && splits) end();
        if (run == null) {
            run = opener.get();
            gap.setLength(0);
            breaks = 0;
        }
        closeEnded(asCode);
        if (breaks > 0) {
            flush();
            tip().appendChild(AllowList.element("br"));
        } else if (gap.length() > 0) {
            text.append(gap);
        }
        breaks = 0;
        gap.setLength(0);
        openMissing(asCode);
    }

    private void closeEnded(boolean asCode) {
        int same = 0;
        while (same < path.size() && same < formats.size() && path.get(same).format() == formats.get(same)) same++;
        boolean formatsDiffer = same < path.size() || same < formats.size();
        if (openCode != null && (!asCode || openCode.format() != code || formatsDiffer || breaks > 0)) {
            flush();
            openCode = null;
        }
        if (same < path.size()) {
            flush();
            path.subList(same, path.size()).clear();
        }
    }

    private void openMissing(boolean asCode) {
        for (int i = path.size(); i < formats.size(); i++) {
            flush();
            path.add(new Open(formats.get(i), opened(formats.get(i))));
        }
        if (asCode && openCode == null) {
            flush();
            Element element = within("code");
            if (element != null) openCode = new Open(code, element);
        }
    }

    private Element opened(Format format) {
        boolean link = format.name().equals("a");
        if (link && addresses.areSpent()) return tip();
        Element element = within(format.name());
        if (element == null) return tip();
        if (link) {
            addresses.spend();
            AllowList.set(element, "href", format.href());
            if (!format.title().isEmpty()) AllowList.set(element, "title", format.title());
        }
        return element;
    }

    /** A new element at the tip, or null where there are too many. */
    private Element within(String name) {
        if (elements == MOST_ELEMENTS) return null;
        elements++;
        Element element = AllowList.element(name);
        tip().appendChild(element);
        return element;
    }

    private Element tip() {
        if (openCode != null) return openCode.element();
        return path.isEmpty() ? run : path.get(path.size() - 1).element();
    }

    private void flush() {
        if (text.length() == 0) return;
        tip().appendChild(new TextNode(text.toString()));
        text.setLength(0);
    }
}
