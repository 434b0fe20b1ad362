package dev.postwire.enrich.read;

import org.jsoup.parser.Parser;

/** The words between tags, without making a tree of the tags: what can be had of markup that is too much for one. Linear. */
final class WordsOfMarkup {
    private static final String[] WORDLESS = {"script", "style"};

    private final String html;
    private final StringBuilder words = new StringBuilder();

    private WordsOfMarkup(String html) {
        this.html = html;
    }

    /** @param from where the markup to look at begins, outside of a tag */
    static String of(String html, int from) {
        WordsOfMarkup reader = new WordsOfMarkup(html);
        reader.read(from);
        return Parser.unescapeEntities(reader.words.toString(), false);
    }

    private void read(int from) {
        int at = from;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0) tag = html.length();
            words.append(html, at, tag);
            if (tag + 1 >= html.length()) return;
            char next = html.charAt(tag + 1);
            if (Character.isLetter(next) || next == '/' || next == '!' || next == '?') {
                at = end(tag);
                words.append(' ');
            } else {
                words.append('<');
                at = tag + 1;
            }
        }
    }

    /** After the tag, and after what shows nothing in it. */
    private int end(int tag) {
        int end = html.indexOf('>', tag);
        if (end < 0) return html.length();
        for (String name : WORDLESS) {
            if (!html.regionMatches(true, tag + 1, name, 0, name.length())) continue;
            int close = html.indexOf("</" + name, end);
            // In capitals perhaps: rather less of the words than a program as words.
            if (close < 0) return html.length();
            end = html.indexOf('>', close);
            return end < 0 ? html.length() : end + 1;
        }
        return end + 1;
    }
}
