package dev.postwire.query.analysis;

import dev.postwire.query.analysis.Language.Scripts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The languages that are searched in a way of their own; all others share {@code other}. The dictionaries of Chinese, Japanese and
 * Korean are loaded when the first text of that language comes.
 */
public final class Languages {
    /** Changes with everything that changes what a text is cut into, so that an index made before is made anew. */
    public static final String VERSION = "5";

    private static final String OTHER = "other";

    /**
     * What is too short to tell is mostly a title of a few words, and many of those are English: its stems find more than none would,
     * and any word is found as it stands all the same.
     */
    private static final Map<String, String> SAME =
            Map.of("nb", "no", "nn", "no", "yue", "zh", "fil", OTHER, "und", "en");

    private final Map<String, Language> byName = new LinkedHashMap<>();

    public Languages() {
        WesternLanguages.all().forEach(this::add);
        FurtherLanguages.all().forEach(this::add);
        EastAsianLanguages.all().forEach(this::add);
    }

    private void add(Language language) {
        byName.put(
                language.name(),
                new Language(
                        language.name(),
                        new WithSignedNames(language.stemmed()),
                        new WithSignedNames(language.exact()),
                        language.empty(),
                        language.scripts()));
    }

    /** @param code a BCP 47 tag in any case */
    public Language of(String code) {
        String primary = code.toLowerCase(Locale.ROOT).split("-", 2)[0];
        Language found = byName.get(SAME.getOrDefault(primary, primary));
        return found != null ? found : byName.get(OTHER);
    }

    /** By the name of its fields. */
    public Language named(String name) {
        return byName.get(name);
    }

    public Collection<Language> all() {
        return List.copyOf(byName.values());
    }

    /** A term as people write it: with the signs that are read as letters. */
    public static String written(String term) {
        return SignedNames.written(term);
    }

    static Language alphabetic(
            String name,
            org.apache.lucene.analysis.Analyzer stemmed,
            org.apache.lucene.analysis.Analyzer exact,
            Set<String> empty) {
        return new Language(name, stemmed, exact, empty, Scripts.ALPHABETIC);
    }
}
