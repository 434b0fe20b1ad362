package dev.postwire.enrich.sanitise;

import dev.postwire.enrich.word.LowerCase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of one post, made absolute and written so that no reader can take them for anything else. As many as a person's
 * post may have: each costs a whole URL, however short it was in the page. Used by one thread.
 */
final class Addresses {
    /** Beyond these, links lose their addresses and images go. */
    private static final int MOST = 2_000;

    private static final int LONGEST = 2_048;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    /** What a URL never holds as it is, or Markdown reads as something else. */
    private static final String ENCODED = "\"<>\\`{}|^ ";

    private final URI base;
    private int left = MOST;

    Addresses(Optional<URI> base) {
        this.base = base.filter(URI::isAbsolute).map(Addresses::rooted).orElse(null);
    }

    /** Whether one more may be written; counts it. */
    boolean spend() {
        if (left == 0) return false;
        left--;
        return true;
    }

    boolean areSpent() {
        return left == 0;
    }

    /** The absolute address; empty for one that leads nowhere, to a place in the same page, or to anything that runs. */
    Optional<String> resolve(String written) {
        if (written.length() > LONGEST) return Optional.empty();
        String text = encoded(written);
        if (text.isEmpty() || text.charAt(0) == '#') return Optional.empty();
        int colon = schemeEnd(text);
        String absolute = colon > 0 ? absolute(text, colon) : relative(text);
        return absolute.isEmpty() || absolute.length() > LONGEST ? Optional.empty() : Optional.of(absolute);
    }

    private static String absolute(String text, int colon) {
        String scheme = LowerCase.of(text.substring(0, colon));
        if (!SCHEMES.contains(scheme)) return "";
        boolean web = scheme.startsWith("http");
        boolean leads = web ? text.startsWith("://", colon) && text.length() > colon + 3 : text.length() > colon + 1;
        return leads ? scheme + text.substring(colon) : "";
    }

    private String relative(String text) {
        if (text.startsWith("//"))
            return text.length() > 2 ? (base == null ? "https" : base.getScheme()) + ":" + text : "";
        if (base == null) return "";
        try {
            // A query alone keeps the last step of the path, which java.net.URI gets wrong.
            String from = text.charAt(0) == '?' ? base.getRawPath() : "";
            URI resolved = base.resolve(URI.create(from + text));
            String path = resolved.getRawPath();
            String address = resolved.toString();
            int above = path == null ? 0 : above(path);
            if (above > 0) {
                int start = address.indexOf("/../");
                address = address.substring(0, start) + address.substring(start + above);
            }
            return schemeEnd(address) > 0 ? absolute(address, schemeEnd(address)) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** How long the steps are by which a path begins that lead above the root. */
    private static int above(String path) {
        int length = 0;
        while (path.startsWith("/../", length)) length += 3;
        return length;
    }

    /** With a path, for relative addresses to start from. */
    private static URI rooted(URI base) {
        return base.getRawPath() == null || !base.getRawPath().isEmpty() ? base : base.resolve("/");
    }

    /** Where the scheme ends, or 0. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') return i;
            boolean ofScheme = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
            if (!ofScheme) return 0;
        }
        return 0;
    }

    /** Without what browsers leave out of an address, and with what no address holds as percent escapes. Its own fixed point. */
    private static String encoded(String written) {
        String text = written.strip();
        int first = 0;
        while (first < text.length() && isPlain(text, first)) first++;
        if (first == text.length()) return text;
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (isPlain(text, i)) out.appendCodePoint(point);
            else if (point >= ' ' || point == '%') escape(out, point);
            i += Character.charCount(point);
        }
        return out.toString();
    }

    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (c == '%') return isHex(text, i + 1) && isHex(text, i + 2);
        if (c < 0x7F) return c > ' ' && ENCODED.indexOf(c) < 0;
        return Character.isLetterOrDigit(text.codePointAt(i));
    }

    private static boolean isHex(String text, int i) {
        return i < text.length() && Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 0x7F;
    }

    private static void escape(StringBuilder out, int point) {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        for (byte b : Character.toString(half ? 0xFFFD : point).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)));
            out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
        }
    }
}
