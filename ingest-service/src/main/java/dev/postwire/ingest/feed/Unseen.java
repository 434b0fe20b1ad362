package dev.postwire.ingest.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out of HTML what no reader sees: scripts, styles, comments. One that does not end stays. Takes linear time: an end that was
 * not found once is not looked for again.
 */
final class Unseen {
    private static final String COMMENT = "<!--";
    private static final List<String> NAMES = List.of("script", "style");
    private static final int LONGEST_TAG = 500;
    private static final int NONE = -1;

    private final String html;
    private final Set<String> endless = new HashSet<>();

    private Unseen(String html) {
        this.html = html;
    }

    static String removed(String html) {
        return new Unseen(html).removed();
    }

    private String removed() {
        StringBuilder seen = new StringBuilder();
        int from = 0;
        int at = html.indexOf('<');
        while (at >= 0) {
            int end = end(at);
            if (end >= 0) {
                seen.append(html, from, at);
                from = end;
            }
            at = html.indexOf('<', end >= 0 ? end : at + 1);
        }
        return from == 0 ? html : seen.append(html, from, html.length()).toString();
    }

    /** Where that ends which begins there and is not seen. */
    private int end(int start) {
        if (html.startsWith(COMMENT, start)) {
            int end = endless.contains(COMMENT) ? NONE : html.indexOf("-->", start + COMMENT.length());
            return end < 0 ? missed(COMMENT) : end + 3;
        }
        for (String name : NAMES) {
            int after = start + 1 + name.length();
            boolean begins = html.regionMatches(true, start + 1, name, 0, name.length());
            if (begins && (after >= html.length() || !Character.isLetterOrDigit(html.charAt(after)))) {
                int content = tagEnd(after);
                return content < 0 || endless.contains(name) ? NONE : endTag(name, content);
            }
        }
        return NONE;
    }

    private int tagEnd(int from) {
        int most = Math.min(html.length(), from + LONGEST_TAG);
        for (int i = from; i < most && html.charAt(i) != '<'; i++) {
            if (html.charAt(i) == '>') return i + 1;
        }
        return NONE;
    }

    private int endTag(String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (!html.regionMatches(true, at + 2, name, 0, name.length())) continue;
            int end = at + 2 + name.length();
            while (end < html.length() && html.charAt(end) <= ' ') end++;
            if (end < html.length() && html.charAt(end) == '>') return end + 1;
        }
        return missed(name);
    }

    private int missed(String what) {
        endless.add(what);
        return NONE;
    }
}
