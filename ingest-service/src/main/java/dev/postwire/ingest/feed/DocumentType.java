package dev.postwire.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document type, of which only the short names for plain text are kept: one that refers to another, or to a file, is none. */
final class DocumentType {
    private static final int MOST_ENTITIES = 300;
    private static final int LONGEST = 1_000;
    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s++([A-Za-z_][\\w.-]{0,60}+)\\s++(?:\"([^\"<&%]*+)\"|'([^'<&%]*+)')\\s*+>");

    private final String text;
    private final Declared declared;

    DocumentType(String text, Declared declared) {
        this.text = text;
        this.declared = declared;
    }

    /** Where the declaration that begins at that place ends. */
    int end(int start) throws MalformedFeedException {
        boolean within = false;
        for (int i = start + 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[') within = true;
            else if (c == ']') within = false;
            else if (c == '"' || c == '\'') i = quoted(i, start);
            else if (text.startsWith("<!--", i)) i = comment(i, start);
            else if (within && text.startsWith("<!ENTITY", i)) entity(i);
            else if (c == '>' && !within) return i + 1;
        }
        throw unended(start);
    }

    private int quoted(int at, int start) throws MalformedFeedException {
        int end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0) throw unended(start);
        return end;
    }

    private int comment(int at, int start) throws MalformedFeedException {
        int end = text.indexOf("-->", at);
        if (end < 0) throw unended(start);
        return end + 2;
    }

    private void entity(int at) {
        Matcher entity = ENTITY.matcher(text).region(at, Math.min(text.length(), at + LONGEST));
        if (declared.size() < MOST_ENTITIES && entity.lookingAt()) {
            declared.put(entity.group(1), entity.group(2) == null ? entity.group(3) : entity.group(2));
        }
    }

    private MalformedFeedException unended(int start) {
        return new MalformedFeedException("has a declaration here that does not end", text, start);
    }
}
