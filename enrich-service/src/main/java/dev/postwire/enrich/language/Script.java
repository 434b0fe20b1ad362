package dev.postwire.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The scripts that several languages share, and those that by themselves say which language it is. Immutable. */
enum Script {
    LATIN(0.35),
    CYRILLIC(1),
    ARABIC(1),
    DEVANAGARI(1),
    HEBREW(1),
    /** Ideographs with and without kana: Chinese or Japanese. */
    HAN(4),
    /** Any script of one language only. */
    OWN(1);

    private static final Map<UnicodeScript, String> LANGUAGES = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.ORIYA, "or"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.TIBETAN, "bo"),
            Map.entry(UnicodeScript.THAANA, "dv")));

    /**
     * How much of a language one letter tells against a letter of another script in the same text. An ideograph is about a
     * word; and Latin letters stand for names and commands in texts of every language.
     */
    final double weight;

    Script(double weight) {
        this.weight = weight;
    }

    /** Whether its languages are told apart by their words. */
    boolean hasWords() {
        return this != HAN && this != OWN;
    }

    /** Null where the letter's script is of no language known here. */
    static Script of(int letter) {
        if (letter < 0x250) return LATIN;
        UnicodeScript script = UnicodeScript.of(letter);
        return switch (script) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case DEVANAGARI -> DEVANAGARI;
            case HEBREW -> HEBREW;
            case HAN, HIRAGANA, KATAKANA -> HAN;
            default -> LANGUAGES.containsKey(script) ? OWN : null;
        };
    }

    /** As {@link #weight}; a syllable of Hangul counts as an ideograph does. */
    static double weight(int letter) {
        Script script = of(letter);
        return script == OWN && UnicodeScript.of(letter) == UnicodeScript.HANGUL ? HAN.weight : script.weight;
    }

    /** The one language of the letter's script; only for letters of {@link #OWN}. */
    static String language(int letter) {
        return LANGUAGES.get(UnicodeScript.of(letter));
    }
}
