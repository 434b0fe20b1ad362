package dev.postwire.enrich.read.dialect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a Markdown text is code, whose signs mean themselves: fenced and indented blocks, code spans, {@code pre} and {@code code}.
 * Found a line at a time without parsing the whole, so a list's indentation is judged by its last marker only. Linear in the text.
 */
final class CodeRegions {
    private static final int INDENT = 4;
    private static final int SHORTEST_FENCE = 3;

    private final String text;
    private final String lower;
    private int[] edges = new int[32];
    private int size;
    private int cursor;

    private int paragraph = -1;
    private boolean afterBlank = true;
    private boolean inIndented;
    private int listIndent;
    /** Where the next {@code pre} begins, as far as it was looked for. */
    private int pres = -1;

    private CodeRegions(String text) {
        this.text = text;
        this.lower = text.indexOf('<') < 0 ? "" : lower(text);
    }

    static CodeRegions of(String text) {
        CodeRegions regions = new CodeRegions(text);
        int at = 0;
        while (at < text.length()) at = regions.line(at, lineEnd(text, at));
        regions.endParagraph(text.length());
        return regions;
    }

    /** The end of the region that {@code at} lies in, or -1. To be asked with rising positions. */
    int endAt(int at) {
        while (cursor < size && edges[cursor + 1] <= at) cursor += 2;
        return cursor < size && edges[cursor] <= at ? edges[cursor + 1] : -1;
    }

    private int line(int start, int end) {
        int first = skipSpaces(start, end);
        int indent = columns(start, first);
        boolean code = indent >= listIndent + INDENT && (afterBlank || inIndented) && paragraph < 0;
        if (first < end) inIndented = code;
        if (code && first < end) {
            add(start, end);
            return end + 1;
        }
        boolean wasBlank = afterBlank;
        int at = content(start, first, end);
        if (at == end) {
            endParagraph(start);
            afterBlank = true;
            return end + 1;
        }
        if (wasBlank && at == start) listIndent = 0;
        afterBlank = false;
        return block(start, at, end);
    }

    private int block(int start, int at, int end) {
        int fence = fence(at, end);
        if (fence > 0) {
            endParagraph(start);
            int close = afterFence(end + 1, text.charAt(at), fence);
            add(start, close);
            afterBlank = true;
            return close;
        }
        int pre = nextPre(start);
        int close = pre < end ? lower.indexOf("</pre", pre) : -1;
        if (close > 0) {
            endParagraph(pre);
            add(pre, close);
            return Math.max(end + 1, lineEnd(text, close) + 1);
        }
        if (pre < end) pres = Integer.MAX_VALUE;
        char sign = text.charAt(at);
        if (sign == '#' || sign == '{') endParagraph(start);
        if (paragraph < 0) paragraph = start;
        return end + 1;
    }

    private int nextPre(int from) {
        if (pres < from) {
            int found = lower.indexOf("<pre", from);
            pres = found < 0 ? Integer.MAX_VALUE : found;
        }
        return pres;
    }

    /** Past the signs of quotes and lists. */
    private int content(int start, int first, int end) {
        int at = first;
        while (at < end) {
            if (text.charAt(at) == '>') {
                at = skipSpaces(at + 1, end);
                continue;
            }
            int marker = markerEnd(at, end);
            if (marker < 0) return at;
            listIndent = marker - start;
            endParagraph(start);
            at = skipSpaces(marker, end);
        }
        return at;
    }

    private int markerEnd(int at, int end) {
        int sign = at;
        while (sign < end && sign - at < 9 && Character.isDigit(text.charAt(sign))) sign++;
        char c = sign < end ? text.charAt(sign) : ' ';
        boolean marks = sign > at ? c == '.' || c == ')' : c == '-' || c == '*' || c == '+';
        return marks && sign + 1 < end && text.charAt(sign + 1) == ' ' ? sign + 2 : -1;
    }

    private int skipSpaces(int at, int end) {
        int next = at;
        while (next < end && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) next++;
        return next;
    }

    private int columns(int from, int to) {
        int columns = 0;
        for (int i = from; i < to; i++) columns += text.charAt(i) == '\t' ? INDENT : 1;
        return columns;
    }

    /** The length of the fence that opens here, or 0. */
    private int fence(int at, int end) {
        char sign = text.charAt(at);
        if (sign != '`' && sign != '~') return 0;
        int run = run(at, end, sign);
        boolean opens = run >= SHORTEST_FENCE && (sign == '~' || indexOf('`', at + run, end) < 0);
        return opens ? run : 0;
    }

    private int afterFence(int from, char sign, int length) {
        for (int at = from; at < text.length(); at = lineEnd(text, at) + 1) {
            int end = lineEnd(text, at);
            int first = at;
            while (first < end && (text.charAt(first) <= ' ' || text.charAt(first) == '>')) first++;
            int run = first < end ? run(first, end, sign) : 0;
            if (run >= length && text.substring(first + run, end).isBlank()) return Math.min(text.length(), end + 1);
        }
        return text.length();
    }

    private void endParagraph(int end) {
        if (paragraph >= 0) spans(paragraph, Math.min(end, text.length()));
        paragraph = -1;
    }

    private void spans(int from, int to) {
        boolean ticks = indexOf('`', from, to) >= 0;
        boolean tags = !lower.isEmpty() && indexOf('<', from, to) >= 0;
        if (!ticks && !tags) return;
        Map<Integer, Integer> lastRuns = ticks ? lastRuns(from, to) : Map.of();
        int lastCode = tags ? from + lower.substring(from, to).lastIndexOf("</code") : -1;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\\') at += 2;
            else if (c == '`') at = span(at, to, lastRuns);
            else if (c == '<' && at < lastCode && lower.startsWith("<code", at)) {
                int end = lower.indexOf("</code", at);
                add(at, end);
                at = end;
            } else at++;
        }
    }

    private int span(int at, int to, Map<Integer, Integer> lastRuns) {
        int run = run(at, to, '`');
        int next = at + run;
        if (lastRuns.getOrDefault(run, -1) <= at) return next;
        while (next < to) {
            int found = text.charAt(next) == '`' ? run(next, to, '`') : 0;
            next += Math.max(1, found);
            if (found == run) break;
        }
        add(at, next);
        return next;
    }

    /** By length, where the last run of backticks begins: what opens after it is never closed. */
    private Map<Integer, Integer> lastRuns(int from, int to) {
        Map<Integer, Integer> runs = new HashMap<>();
        for (int at = indexOf('`', from, to); at >= 0; at = indexOf('`', at, to)) {
            int run = run(at, to, '`');
            runs.put(run, at);
            at += run;
        }
        return runs;
    }

    private int run(int at, int end, char sign) {
        int next = at;
        while (next < end && text.charAt(next) == sign) next++;
        return next - at;
    }

    private int indexOf(char c, int from, int to) {
        for (int i = from; i < to; i++) if (text.charAt(i) == c) return i;
        return -1;
    }

    private void add(int from, int to) {
        if (size == edges.length) edges = Arrays.copyOf(edges, size * 2);
        edges[size++] = from;
        edges[size++] = to;
    }

    /** Of ASCII only, so that every position stays. */
    private static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') chars[i] += 'a' - 'A';
        }
        return new String(chars);
    }

    static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
