package dev.postwire.ingest.post;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a body is declared to be.
 *
 * @param declared the type in lower case, with its parameters as they were given, e.g. {@code text/markdown; charset=utf-8}
 */
public record ContentType(Format format, String declared) {
    /** The forms a post is taken in. */
    public enum Format {
        MARKDOWN("text/markdown"),
        HTML("text/html"),
        PLAIN("text/plain"),
        /** A post in JSON, with what is known about it beside the content. */
        ENVELOPE("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    private static final int MAX_LENGTH = 256;
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    // Possessive throughout: nothing here is tried twice, so no header takes long.
    private static final String QUOTED = "\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\\x20-\\x7e])*+\"";
    private static final Pattern FORM = Pattern.compile("(" + TOKEN + "/" + TOKEN + ")" + "((?:[ \\t]*+;[ \\t]*+(?:"
            + TOKEN + "=(?:" + QUOTED + "|" + TOKEN + "))?+)*+)[ \\t]*+");
    private static final Pattern CHARSET = Pattern.compile("(?i);[ \\t]*charset=\"?([^\";]+)");

    /** Empty where the header is malformed or names a type that is not taken. */
    public static Optional<ContentType> of(String header) {
        Matcher matcher = FORM.matcher(header.strip());
        if (header.length() > MAX_LENGTH || !matcher.matches()) return Optional.empty();
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        return format(name)
                .map(format -> new ContentType(format, name + matcher.group(2)))
                .filter(ContentType::readable);
    }

    /** JSON is UTF-8 by its standard (RFC 8259); another charset would be read as something else than was meant. */
    private boolean readable() {
        Matcher charset = CHARSET.matcher(declared);
        return format != Format.ENVELOPE
                || !charset.find()
                || charset.group(1).strip().equalsIgnoreCase("utf-8");
    }

    private static Optional<Format> format(String name) {
        for (Format format : Format.values()) {
            if (format.mediaType.equals(name)) return Optional.of(format);
        }
        return Optional.empty();
    }
}
