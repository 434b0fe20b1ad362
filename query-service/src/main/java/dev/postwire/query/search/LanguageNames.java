package dev.postwire.query.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Languages by the names people call them, in English and in the language itself: {@code german}, {@code deutsch}, {@code deu}. */
final class LanguageNames {
    private static final Pattern CODE = Pattern.compile("[a-z]{2}(-.*)?");

    private LanguageNames() {}

    /** The code of ISO 639-1 that is meant; what is no such name in lower case. */
    static String code(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return CODE.matcher(name).matches() ? name : Known.CODES.getOrDefault(name, name);
    }

    /** Read only once somebody writes a name, for it takes the names of all languages in all languages. */
    private static final class Known {
        static final Map<String, String> CODES = codes();

        private static Map<String, String> codes() {
            Map<String, String> codes = new HashMap<>();
            for (String code : Locale.getISOLanguages()) {
                Locale language = Locale.forLanguageTag(code);
                codes.putIfAbsent(name(language, Locale.ENGLISH), language.getLanguage());
                codes.putIfAbsent(name(language, language), language.getLanguage());
                codes.putIfAbsent(language.getISO3Language(), language.getLanguage());
            }
            return Map.copyOf(codes);
        }

        private static String name(Locale language, Locale in) {
            return language.getDisplayLanguage(in).toLowerCase(Locale.ROOT);
        }
    }
}
