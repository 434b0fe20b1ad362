package dev.postwire.query.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The passages of a text in which its marks stand, as HTML. For one thread. */
final class Passages {
    private static final int LENGTH = 200;
    private static final int MOST = 3;

    /** How far a passage is moved to begin and end with a whole word. */
    private static final int WORD = 20;

    private final String text;
    private final List<Mark> marks;

    Passages(String text, List<Mark> marks) {
        this.text = text;
        this.marks = marks;
    }

    /** A word that was looked for, by its place in UTF-16 units; in order, none over another. */
    record Mark(int start, int end, String term) {}

    private record Passage(int first, int last, int words) {}

    /** A part of the text that is shown. */
    private record Extract(int from, int to) {}

    /** The whole text; absent where nothing stands in it. */
    Optional<String> whole() {
        return marks.isEmpty() ? Optional.empty() : Optional.of(html(0, text.length()));
    }

    /** Those with the most different words, in the order of the text; what is said in one is not said again in the next. */
    List<String> best() {
        List<Passage> all = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) all.add(from(i));
        all.sort(Comparator.comparingInt((Passage one) -> -one.words()).thenComparingInt(Passage::first));
        List<Passage> chosen = new ArrayList<>();
        for (Passage one : all) {
            boolean apart = chosen.stream().allMatch(other -> one.last() < other.first() || one.first() > other.last());
            if (apart && chosen.size() < MOST) chosen.add(one);
        }
        chosen.sort(Comparator.comparingInt(Passage::first));
        List<Extract> extracts = new ArrayList<>();
        for (Passage one : chosen) {
            Extract next = extract(one);
            Extract last = extracts.isEmpty() ? null : extracts.get(extracts.size() - 1);
            if (last == null || next.from() > last.to()) extracts.add(next);
            else extracts.set(extracts.size() - 1, new Extract(last.from(), Math.max(last.to(), next.to())));
        }
        return extracts.stream().map(this::html).toList();
    }

    private Passage from(int first) {
        Set<String> words = new HashSet<>();
        int last = first;
        for (int i = first;
                i < marks.size() && marks.get(i).end() - marks.get(first).start() <= LENGTH;
                i++) {
            words.add(marks.get(i).term());
            last = i;
        }
        return new Passage(first, last, words.size());
    }

    private Extract extract(Passage passage) {
        int start = marks.get(passage.first()).start();
        int end = marks.get(passage.last()).end();
        int around = Math.max(0, LENGTH - (end - start)) / 2;
        return new Extract(begin(Math.max(0, start - around), start), end(Math.min(text.length(), end + around), end));
    }

    private String html(Extract extract) {
        int from = extract.from();
        int to = extract.to();
        return (from > 0 ? "…" : "") + html(from, to).strip() + (to < text.length() ? "…" : "");
    }

    private int begin(int from, int mark) {
        for (int i = from; i > 0 && i < Math.min(mark, from + WORD); i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) return i;
        }
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }

    private int end(int to, int mark) {
        for (int i = to; i < text.length() && i > Math.max(mark, to - WORD); i--) {
            if (Character.isWhitespace(text.charAt(i))) return i;
        }
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
    }

    private String html(int from, int to) {
        StringBuilder html = new StringBuilder();
        int at = from;
        for (Mark mark : marks) {
            if (mark.start() < from || mark.end() > to) continue;
            escape(html, at, mark.start());
            html.append("<mark>");
            escape(html, mark.start(), mark.end());
            html.append("</mark>");
            at = mark.end();
        }
        return escape(html, at, to).toString();
    }

    private StringBuilder escape(StringBuilder html, int from, int to) {
        for (int i = from; i < to; i++) {
            switch (text.charAt(i)) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(text.charAt(i));
            }
        }
        return html;
    }
}
