package dev.postwire.enrich.read;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Several tags in one text, as the dialects part them. */
final class TagLists {
    private static final Pattern SEMICOLONS = Pattern.compile("[;；\\n]");
    private static final Pattern COMMAS = Pattern.compile("[,，、\\n]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TagLists() {}

    /**
     * By semicolons where there is one, for then a comma belongs to a tag (Pelican); else by commas.
     *
     * @param bySpaces whether spaces part what nothing else does, as in Jekyll
     */
    static List<String> split(String text, boolean bySpaces) {
        String words = text.strip();
        Pattern separator = separator(words, bySpaces);
        return (separator == null ? Stream.of(words) : separator.splitAsStream(words))
                .map(TagLists::withoutSign)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static Pattern separator(String words, boolean bySpaces) {
        if (SEMICOLONS.matcher(words).find()) return SEMICOLONS;
        if (COMMAS.matcher(words).find()) return COMMAS;
        boolean hashes = words.startsWith("#") && words.contains(" #");
        return bySpaces || hashes ? SPACES : null;
    }

    /** A tag's own hash sign is markup, unless nothing else is there. */
    private static String withoutSign(String tag) {
        String words = tag.strip();
        return words.length() > 1 && words.charAt(0) == '#' && words.charAt(1) != '#' ? words.substring(1) : words;
    }
}
