package dev.postwire.enrich.metadata;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes BCP 47 tags of what authors write: {@code en_US} is {@code en-US}, {@code English} and {@code Deutsch} are {@code en} and {@code de}. */
final class LanguageTags {
    /** Longer first subtags are well-formed, but none was ever registered. */
    private static final int LONGEST_CODE = 3;

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    private LanguageTags() {}

    /** None where it names no language. */
    static Optional<String> of(String text) {
        try {
            String said = text.strip();
            String named = Names.CODES.getOrDefault(said.toLowerCase(Locale.ROOT), said);
            Locale locale =
                    new Locale.Builder().setLanguageTag(named.replace('_', '-')).build();
            String code = locale.getLanguage();
            boolean known = code.length() == LONGEST_CODE || code.length() < LONGEST_CODE && CODES.contains(code);
            return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** Languages' names in English and in themselves, in lower case. */
    private static final class Names {
        static final Map<String, String> CODES = codes();

        private static Map<String, String> codes() {
            Map<String, String> codes = new HashMap<>();
            for (String code : Locale.getISOLanguages()) {
                Locale locale = new Locale.Builder().setLanguage(code).build();
                codes.put(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
            }
            for (String code : Locale.getISOLanguages()) {
                Locale locale = new Locale.Builder().setLanguage(code).build();
                codes.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            }
            return codes;
        }
    }
}
