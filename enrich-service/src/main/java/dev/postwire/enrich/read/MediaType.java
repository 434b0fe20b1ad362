package dev.postwire.enrich.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A declared content type, as far as reading depends on it.
 *
 * @param name type and subtype in lower case
 */
public record MediaType(String name, Optional<String> charset) {
    public static final String MARKDOWN = "text/markdown";
    public static final String HTML = "text/html";
    public static final String PLAIN = "text/plain";
    public static final String ENVELOPE = "application/json";

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([\\w.:+-]{1,40})");

    public static MediaType of(String declared) {
        int end = declared.indexOf(';');
        String name = (end < 0 ? declared : declared.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        Matcher charset = CHARSET.matcher(declared);
        return new MediaType(name, charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
    }
}
