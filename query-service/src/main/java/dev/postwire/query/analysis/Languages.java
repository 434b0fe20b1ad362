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
    public static final String VERSION = "2";

    private static final String OTHER = "other";
    private static final String CHINESE = "zh";
    private static final String TRADITIONAL_CHINESE = "hant";
    private static final Set<String> TRADITIONAL = Set.of("zh-hant", "zh-tw", "zh-hk", "zh-mo");
    private static final Map<String, String> SAME =
            Map.of("nb", "no", "nn", "no", "yue", TRADITIONAL_CHINESE, "fil", OTHER);

    private final Map<String, Language> byName = new LinkedHashMap<>();

    public Languages() {
        WesternLanguages.all().forEach(this::add);
        FurtherLanguages.all().forEach(this::add);
        EastAsianLanguages.all().forEach(this::add);
    }

    private void add(Language language) {
        byName.put(language.name(), language);
    }

    /** @param code a BCP 47 tag in any case */
    public Language of(String code) {
        String tag = code.toLowerCase(Locale.ROOT);
        if (TRADITIONAL.stream().anyMatch(one -> tag.equals(one) || tag.startsWith(one + "-"))) {
            return byName.get(TRADITIONAL_CHINESE);
        }
        String primary = tag.split("-", 2)[0];
        Language found = byName.get(SAME.getOrDefault(primary, primary));
        return found != null ? found : byName.get(OTHER);
    }

    /** What texts are searched as whose language is that one or a kind of it: those of zh are, some of them, in traditional writing. */
    public List<Language> within(String code) {
        Language itself = of(code);
        return itself.name().equals(CHINESE) ? List.of(itself, byName.get(TRADITIONAL_CHINESE)) : List.of(itself);
    }

    /** By the name of its fields. */
    public Language named(String name) {
        return byName.get(name);
    }

    public Collection<Language> all() {
        return List.copyOf(byName.values());
    }

    static Language alphabetic(
            String name,
            org.apache.lucene.analysis.Analyzer stemmed,
            org.apache.lucene.analysis.Analyzer exact,
            Set<String> empty) {
        return new Language(name, stemmed, exact, empty, Scripts.ALPHABETIC);
    }
}
