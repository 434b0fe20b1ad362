package dev.postwire.ingest.post;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute http or https URL in the one form that all its spellings share (RFC 3986, section 6.2.2 and 6.2.3): scheme and host in
 * lower case, the host in ASCII, no default port, no fragment, dot segments resolved, percent-encoding only where needed, in upper
 * case, and no parameter that only tracks. The order of the other parameters is kept, for it can matter.
 */
public record NormalUrl(String value) {
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#\\\\]+)((?:/[^?#]*)?)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@]+)(?::(\\d{0,5}))?");
    private static final Pattern ASCII_HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\\[[0-9a-f:.]+]");
    private static final Pattern NEVER = Pattern.compile("[\\s\\p{Cntrl}]");
    private static final int MAX_HOST = 253;
    private static final int MAX_PORT = 65_535;

    /** Empty where the text is no absolute http or https URL, or carries a user name. */
    public static Optional<NormalUrl> of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (NEVER.matcher(text).find() || !parts.matches()) return Optional.empty();
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        return authority(scheme, parts.group(2))
                .map(authority ->
                        new NormalUrl(scheme + "://" + authority + path(parts.group(3)) + query(parts.group(4))));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> authority(String scheme, String text) {
        Matcher matcher = HOST_PORT.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        Optional<String> host = host(matcher.group(1));
        int port = port(matcher.group(2), scheme);
        if (host.isEmpty() || port > MAX_PORT) return Optional.empty();
        return port == defaultPort(scheme) ? host : Optional.of(host.get() + ":" + port);
    }

    private static Optional<String> host(String text) {
        if (text.startsWith("[")) return Optional.of(text.toLowerCase(Locale.ROOT));
        try {
            String decoded = PercentCoding.decode(text);
            String host = IDN.toASCII(decoded.endsWith(".") ? decoded.substring(0, decoded.length() - 1) : decoded)
                    .toLowerCase(Locale.ROOT);
            boolean valid =
                    host.length() <= MAX_HOST && ASCII_HOST.matcher(host).matches() && !host.contains("..");
            return valid ? Optional.of(host) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a label that IDNA does not allow
        }
    }

    private static int port(String digits, String scheme) {
        return digits == null || digits.isEmpty() ? defaultPort(scheme) : Integer.parseInt(digits);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String path(String text) {
        String path = DotSegments.remove(PercentCoding.normalise(text));
        return path.isEmpty() ? "/" : path;
    }

    private static String query(String text) {
        if (text == null) return "";
        String kept = TrackingParameters.remove(PercentCoding.normalise(text));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
