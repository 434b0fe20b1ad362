package dev.postwire.query.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** PostgreSQL's text search configurations, by the languages they are for. Those that came after PostgreSQL 17 are left out. */
public enum Stemmer {
    ARABIC("ar"),
    ARMENIAN("hy"),
    BASQUE("eu"),
    CATALAN("ca"),
    DANISH("da"),
    DUTCH("nl"),
    ENGLISH("en"),
    FINNISH("fi"),
    FRENCH("fr"),
    GERMAN("de"),
    GREEK("el"),
    HINDI("hi"),
    HUNGARIAN("hu"),
    INDONESIAN("id"),
    IRISH("ga"),
    ITALIAN("it"),
    LITHUANIAN("lt"),
    NEPALI("ne"),
    NORWEGIAN("no", "nb", "nn"),
    PORTUGUESE("pt"),
    ROMANIAN("ro"),
    RUSSIAN("ru"),
    SERBIAN("sr"),
    SPANISH("es"),
    SWEDISH("sv"),
    TAMIL("ta"),
    TURKISH("tr"),
    YIDDISH("yi");

    /** The configuration that keeps each word as it is, for the languages that have no stemmer. */
    public static final String EXACT = "simple";

    private final List<String> codes;

    Stemmer(String... codes) {
        this.codes = List.of(codes);
    }

    /** @param language a BCP 47 tag, of which the first part decides */
    public static Optional<Stemmer> of(String language) {
        String primary = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        return Arrays.stream(values())
                .filter(stemmer -> stemmer.codes.contains(primary))
                .findFirst();
    }

    /** As PostgreSQL names it. */
    public String configuration() {
        return name().toLowerCase(Locale.ROOT);
    }
}
