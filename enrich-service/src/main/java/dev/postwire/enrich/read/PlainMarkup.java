package dev.postwire.enrich.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.parser.Parser;

/**
 * Raw HTML as authors write it into Markdown: every element closed where it was opened, quotes around values. Read a tag at a time,
 * without the rules by which a browser mends a page; gives up at the first sign that those would change anything. Used by one
 * thread.
 */
final class PlainMarkup {
    /** How an element's tags are to be taken. */
    enum Kind {
        /** Stands among words. */
        PHRASE,
        /** Ends a paragraph. */
        BLOCK,
        HEADING,
        /** An item, which only a list of its kind may hold. */
        ITEM,
        /** Has no end and no content. */
        VOID,
        /** The same, and ends a paragraph. */
        RULE,
        /** Holds text with its line ends. */
        CODE_BLOCK,
        /** What it holds is no markup. */
        RAW
    }

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        put(
                Kind.PHRASE,
                "a abbr b bdi bdo big cite code del dfn em i ins kbd mark q s samp small span strike strong sub sup");
        put(Kind.PHRASE, "time tt u var");
        put(
                Kind.BLOCK,
                "p div blockquote figure figcaption section article aside header footer main nav details summary");
        put(Kind.BLOCK, "address center ul ol dl");
        put(Kind.HEADING, "h1 h2 h3 h4 h5 h6");
        put(Kind.ITEM, "li dt dd");
        put(Kind.VOID, "br img wbr input");
        put(Kind.RULE, "hr");
        put(Kind.CODE_BLOCK, "pre");
        put(Kind.RAW, "script style iframe");
    }

    /** What takes the parts in their order; each method answers whether the part may stand where it does. */
    interface Sink {
        boolean open(String name, Kind kind, Attributes attributes);

        boolean close(String name);

        boolean words(String words);

        /** Something that shows nothing, but keeps the words before it apart from those after it. */
        boolean nothing();
    }

    private final String markup;
    private final Sink sink;
    private int at;

    private PlainMarkup(String markup, Sink sink) {
        this.markup = markup;
        this.sink = sink;
    }

    private static void put(Kind kind, String names) {
        for (String name : names.split(" ")) KINDS.put(name, kind);
    }

    /** Hands on all of it, or answers false where a part, or the sink, is not so plain. */
    static boolean read(String markup, Sink sink) {
        PlainMarkup plain = new PlainMarkup(markup, sink);
        while (plain.at < markup.length()) if (!plain.part()) return false;
        return true;
    }

    private boolean part() {
        if (markup.charAt(at) != '<') return words();
        char next = at + 1 < markup.length() ? markup.charAt(at + 1) : ' ';
        if (next == '/') return close();
        return next == '!' ? comment() : open();
    }

    private boolean words() {
        int end = markup.indexOf('<', at);
        if (end < 0) end = markup.length();
        String words = unescaped(markup.substring(at, end), false);
        at = end;
        return sink.words(words);
    }

    private boolean comment() {
        int end = markup.startsWith("<!--", at) ? markup.indexOf("--", at + 4) : -1;
        // Comments that end in any other way have rules of their own.
        if (end < 0 || !markup.startsWith("-->", end) || markup.startsWith(">", at + 4)) return false;
        at = end + 3;
        return sink.nothing();
    }

    private boolean close() {
        int from = at + 2;
        int end = nameEnd(from);
        if (end == from || end == markup.length() || markup.charAt(end) != '>') return false;
        at = end + 1;
        return sink.close(name(from, end));
    }

    private boolean open() {
        int from = at + 1;
        at = nameEnd(from);
        String name = name(from, at);
        Kind kind = KINDS.get(name);
        if (kind == null) return false;
        Attributes attributes = new Attributes();
        for (skipSpace(); at < markup.length() && isNameSign(markup.charAt(at)); skipSpace()) {
            if (!attribute(attributes)) return false;
        }
        boolean empty = kind == Kind.VOID || kind == Kind.RULE;
        if (empty && markup.startsWith("/", at)) at++;
        if (!markup.startsWith(">", at)) return false;
        at++;
        if (!sink.open(name, kind, attributes)) return false;
        // The line end after its tag is none of the code.
        if (kind == Kind.CODE_BLOCK && markup.startsWith("\n", at)) at++;
        return kind != Kind.RAW || raw(name);
    }

    private boolean attribute(Attributes attributes) {
        int from = at;
        while (at < markup.length() && isAttributeSign(markup.charAt(at))) at++;
        String key = name(from, at);
        String value = null;
        if (at < markup.length() && markup.charAt(at) == '=') {
            at++;
            value = value();
            if (value == null) return false;
        }
        boolean ends = at < markup.length() && (isSpace(markup.charAt(at)) || "/>".indexOf(markup.charAt(at)) >= 0);
        if (!ends || attributes.hasKey(key)) return false;
        attributes.add(key, value);
        return true;
    }

    /** {@code null} for one that is not plain. */
    private String value() {
        char quote = at < markup.length() ? markup.charAt(at) : ' ';
        int from = at;
        if (quote == '"' || quote == '\'') {
            int end = markup.indexOf(quote, at + 1);
            if (end < 0) return null;
            at = end + 1;
            return unescaped(markup.substring(from + 1, end), true);
        }
        while (at < markup.length() && isBareSign(markup.charAt(at))) at++;
        return at == from ? null : markup.substring(from, at);
    }

    /** Only what is empty, or at least cannot be taken for markup, and closed. */
    private boolean raw(String name) {
        int end = markup.indexOf('<', at);
        if (end < 0 || !markup.startsWith("</", end)) return false;
        // Nobody shows it.
        at = end;
        return name.equals(name(end + 2, nameEnd(end + 2)));
    }

    private static String unescaped(String text, boolean inAttribute) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, inAttribute);
    }

    private String name(int from, int end) {
        return markup.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < markup.length() && isNameSign(markup.charAt(end))) end++;
        return end;
    }

    private void skipSpace() {
        while (at < markup.length() && isSpace(markup.charAt(at))) at++;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t';
    }

    private static boolean isNameSign(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isAttributeSign(char c) {
        return isNameSign(c) || c == '-' || c == '_' || c == ':' || c == '.';
    }

    private static boolean isBareSign(char c) {
        return c > ' ' && "\"'=<>`&/".indexOf(c) < 0;
    }
}
