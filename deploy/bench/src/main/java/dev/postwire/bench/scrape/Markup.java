package dev.postwire.bench.scrape;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HTML as a stream of tags and text without building a tree or knowing which elements close which: what Python 3.11's
 * {@code HTMLParser.feed} reports, the odd markup it stumbles over included, so that texts scraped here and there are equal.
 * Whatever follows a construct that is never closed is left out, as there. Single use.
 */
final class Markup {
    private static final Pattern END_TAG = Pattern.compile("</[\\s\\x1c-\\x1f\\x85\\p{Z}]*([a-zA-Z][-.a-zA-Z0-9:_]*)");
    private static final Pattern SECTION = Pattern.compile("[a-zA-Z][-_.a-zA-Z0-9]*");
    private static final int LONGEST_REFERENCE = 34;

    private final String source;
    private final Handler handler;
    private String rawElement = "";

    /** What is told of the markup, in its order. */
    interface Handler {
        void start(String tag, Map<String, String> attributes);

        void end(String tag);

        void text(String text);
    }

    Markup(String source, Handler handler) {
        this.source = source;
        this.handler = handler;
    }

    void read() {
        int at = 0;
        while (at >= 0 && at < source.length()) {
            int next = rawElement.isEmpty() ? nextMarkup(at) : rawEnd(at);
            if (next < 0) return;
            if (at < next) {
                String text = source.substring(at, next);
                handler.text(rawElement.isEmpty() ? CharacterReferences.resolve(text) : text);
            }
            at = next == source.length() ? next : construct(next);
        }
    }

    private int nextMarkup(int from) {
        int next = source.indexOf('<', from);
        if (next >= 0) return next;
        // Text at the end waits for more where it may break off within a reference.
        int reference = source.lastIndexOf('&');
        boolean waits = reference >= Math.max(from, source.length() - LONGEST_REFERENCE)
                && source.substring(reference).chars().noneMatch(c -> c == ';' || Whitespace.is((char) c));
        return waits ? -1 : source.length();
    }

    /** Where the end tag of a script or style begins. */
    private int rawEnd(int from) {
        for (int at = source.indexOf("</", from); at >= 0; at = source.indexOf("</", at + 1)) {
            int name = Whitespace.skip(source, at + 2);
            boolean named = source.regionMatches(true, name, rawElement, 0, rawElement.length());
            if (named && source.startsWith(">", Whitespace.skip(source, name + rawElement.length()))) return at;
        }
        return -1;
    }

    /** Reads what begins with the angle bracket at {@code at}; answers where it ends, -1 where it does not. */
    private int construct(int at) {
        if (at + 1 == source.length()) return -1;
        char c = source.charAt(at + 1);
        if (isLetter(c)) return startTag(at);
        if (c == '/') return endTag(at);
        if (source.startsWith("<!--", at)) return commentEnd(at + 4);
        if (source.startsWith("<![", at)) return sectionEnd(at + 3);
        if (c == '?' || c == '!') return behind('>', at + 2);
        handler.text("<");
        return at + 1;
    }

    private int startTag(int at) {
        int nameEnd = nameEnd(at + 1);
        int slashes = nameEnd;
        while (slashes < source.length() && (source.charAt(slashes) == '/' || Whitespace.is(source.charAt(slashes)))) {
            slashes++;
        }
        int end = startTagEnd(Whitespace.skip(source, new Attributes(source, slashes).end()));
        if (end < 0) return end;
        Attributes attributes = new Attributes(source, Attributes.skipSpaceAndSlashes(source, nameEnd));
        String closing = Whitespace.strip(source.substring(Math.min(attributes.end(), end), end));
        if (!closing.equals(">") && !closing.equals("/>")) {
            handler.text(source.substring(at, end));
            return end;
        }
        String tag = source.substring(at + 1, nameEnd).toLowerCase(Locale.ROOT);
        handler.start(tag, attributes.values());
        if (closing.equals("/>")) handler.end(tag);
        else if (tag.equals("script") || tag.equals("style")) rawElement = tag;
        return end;
    }

    private int startTagEnd(int at) {
        if (source.startsWith(">", at)) return at + 1;
        if (source.startsWith("/>", at)) return at + 2;
        boolean brokenOff =
                at == source.length() || isLetter(source.charAt(at)) || "=/".indexOf(source.charAt(at)) >= 0;
        return brokenOff ? -1 : at;
    }

    private int endTag(int at) {
        if (source.indexOf('>', at + 1) < 0) return -1;
        Matcher strict = END_TAG.matcher(source).region(at, source.length());
        if (strict.lookingAt() && source.startsWith(">", Whitespace.skip(source, strict.end()))) {
            handler.end(strict.group(1).toLowerCase(Locale.ROOT));
            rawElement = "";
            return Whitespace.skip(source, strict.end()) + 1;
        }
        if (!isLetter(source.charAt(at + 2))) return behind('>', at + 2);
        int nameEnd = nameEnd(at + 2);
        handler.end(source.substring(at + 2, nameEnd).toLowerCase(Locale.ROOT));
        return behind('>', nameEnd);
    }

    private int commentEnd(int from) {
        for (int at = source.indexOf("--", from); at >= 0; at = source.indexOf("--", at + 1)) {
            int close = Whitespace.skip(source, at + 2);
            if (source.startsWith(">", close)) return close + 1;
        }
        return -1;
    }

    /** {@code <![CDATA[…]]>}, and what a word processor writes: {@code <![if …]>}. */
    private int sectionEnd(int from) {
        Matcher name = SECTION.matcher(source).region(from, source.length());
        if (!name.lookingAt()) return -1;
        boolean single = name.group().toLowerCase(Locale.ROOT).matches("if|else|endif");
        for (int at = source.indexOf(']', from); at >= 0; at = source.indexOf(']', at + 1)) {
            int close = Whitespace.skip(source, at + 1);
            if (!single) {
                if (!source.startsWith("]", close)) continue;
                close = Whitespace.skip(source, close + 1);
            }
            if (source.startsWith(">", close)) return close + 1;
        }
        return -1;
    }

    private int nameEnd(int from) {
        int at = from;
        while (at < source.length() && "\t\n\r\f />\0".indexOf(source.charAt(at)) < 0) at++;
        return at;
    }

    private int behind(char close, int from) {
        int at = source.indexOf(close, from);
        return at < 0 ? -1 : at + 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
