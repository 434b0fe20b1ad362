package dev.postwire.local.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a post by the place of its file: {@code weblog/2005/note.md} is {@code weblog.2005.note}, {@code page.html} is
 * {@code page~html}. No two places have the same: one whose name cannot stand in an id, or is too long, gets a hash of it at its end,
 * as {@code caf.~~1b2f0c9a7d3e}.
 */
final class PostName {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/-]+");
    private static final int LONGEST = 80;
    private static final int HASH_DIGITS = 12;

    private PostName() {}

    /** @param relative from the given folder, slashes between */
    static String of(String prefix, String relative) {
        String suffix = Kind.suffix(relative);
        String stem = suffix.isEmpty() ? relative : relative.substring(0, relative.length() - suffix.length() - 1);
        String kind = suffix.isEmpty() || suffix.equals("md") ? "" : "~" + suffix;
        String exact = relative.endsWith(suffix) ? "" : "!"; // a suffix in capitals is another file
        if (exact.isEmpty()
                && PLAIN.matcher(stem).matches()
                && stem.length() + kind.length() <= LONGEST
                && !suffix.isEmpty()) {
            return prefix + stem.replace('/', '.') + kind;
        }
        String readable = stem.replace('/', '.').replaceAll("[^A-Za-z0-9_-]+", ".");
        String cut = readable.substring(0, Math.min(readable.length(), LONGEST - HASH_DIGITS));
        String hash =
                Hash.hex(Hash.of(relative.getBytes(StandardCharsets.UTF_8))).substring(0, HASH_DIGITS);
        return prefix + cut + "~~" + hash.toLowerCase(Locale.ROOT);
    }
}
