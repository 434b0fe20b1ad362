package dev.postwire.enrich.metadata;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells tags from what pages put in their place: sentences, addresses, fields for machines, the name for no category. */
final class TagWords {
    private static final int MOST_WORDS = 7;
    private static final int LONGEST = 60;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_]{2,24}: ?\\S.*");
    private static final Set<String> NO_CATEGORY = Set.of(
            ("uncategorized,uncategorised,unkategorisiert,nicht kategorisiert,allgemein,non classé,sin categoría,sin categorizar"
                            + ",senza categoria,sem categoria,geen categorie,未分类,未分類,без рубрики,n/a,none,null,undefined,read more,more")
                    .split(","));

    private TagWords() {}

    static boolean areTag(String text) {
        if (text.isEmpty() || text.length() > LONGEST) return false;
        int words = 1;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) == ' ') words++;
        return words <= MOST_WORDS
                && !text.contains("://")
                && !text.endsWith("…")
                && !FIELD.matcher(text).matches()
                && !NO_CATEGORY.contains(text.toLowerCase(Locale.ROOT));
    }
}
