package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.word.Stems;

/**
 * Brings the forms of a label's words together. In English only singular and plural (Harman's S stemmer, "How effective is
 * suffixing?", 1991): a stemmer of derived words would find probability in "probably". Elsewhere Snowball's stems, for words have
 * more forms there. Used by one thread.
 */
final class Forms {
    private static final int SHORTEST = 4;

    private final boolean english;
    private final Stems stems;

    Forms(String language, Stems stems) {
        this.english = language.equals("en");
        this.stems = stems;
    }

    static Forms of(String language) {
        return new Forms(language, Stems.of(language.equals("en") ? "und" : language));
    }

    /** Of a word in small letters. */
    String form(String word) {
        return english ? singular(word) : stems.stem(word);
    }

    private static String singular(String word) {
        int length = word.length();
        if (length < SHORTEST || !word.endsWith("s")) return word;
        if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
            return length > SHORTEST ? word.substring(0, length - 3) + 'y' : word.substring(0, length - 1);
        }
        boolean hissing = word.endsWith("sses") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes");
        if (hissing) return word.substring(0, length - 2);
        char before = word.charAt(length - 2);
        return before == 'u' || before == 's' || before == 'i' ? word : word.substring(0, length - 1);
    }
}
