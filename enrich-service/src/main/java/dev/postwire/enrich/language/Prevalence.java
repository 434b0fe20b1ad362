package dev.postwire.enrich.language;

import java.util.Set;

/**
 * How often posts are in a language, by order of magnitude and of our own knowledge: what is assumed before a text is read.
 * Between two languages that a short text fits alike, the frequent one is right more often. English has about a quarter, not the
 * half that it has of the web's sites: texts of every language quote English names.
 */
final class Prevalence {
    private static final Set<String> LARGE =
            Set.of("de", "es", "fr", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "vi");
    private static final Set<String> MIDDLING = Set.of(
            "ar", "bg", "ca", "cs", "da", "el", "et", "fa", "fi", "he", "hi", "hr", "hu", "lt", "lv", "nb", "ro", "sk",
            "sl", "sr", "sv", "th");
    /** Of these there is little in the web, or hardly more than their Declaration to learn from. */
    private static final Set<String> RARE = Set.of(
            "af", "an", "ast", "br", "bs", "cy", "eo", "eu", "fo", "fy", "ga", "gd", "gl", "ht", "is", "jv", "ku", "la",
            "lb", "lg", "mg", "mi", "mt", "nn", "oc", "qu", "rw", "se", "sn", "so", "sq", "st", "su", "sw", "tl", "tn",
            "ts", "wa", "xh", "yo", "zu");

    private Prevalence() {}

    /** Relative to each other. */
    static double of(String language) {
        if (language.equals("en")) return 20;
        // Of the sites of the web a good many more are Japanese than Chinese.
        if (language.equals("zh")) return 2;
        if (LARGE.contains(language)) return 3;
        if (MIDDLING.contains(language)) return 0.8;
        return RARE.contains(language) ? 0.04 : 0.15;
    }
}
