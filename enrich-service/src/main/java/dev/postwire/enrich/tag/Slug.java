package dev.postwire.enrich.tag;

import dev.postwire.enrich.word.LowerCase;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one rule by which a label becomes a slug: Unicode NFKC, lower case, every run of anything but letters, digits,
 * {@code _ + # .} a hyphen, no hyphens at the ends. {@code C++} and {@code .NET} stay apart from {@code C} and {@code NET}.
 */
public final class Slug {
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_+#.]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private Slug() {}

    /** Empty where the label has no letter, digit or kept sign. */
    public static String of(String label) {
        if (isPlain(label)) return label.toLowerCase(Locale.ROOT);
        String folded = LowerCase.of(Normalizer.normalize(label, Normalizer.Form.NFKC));
        return EDGES.matcher(OTHERS.matcher(folded).replaceAll("-")).replaceAll("");
    }

    /** Nearly all labels are a word without an accent. */
    private static boolean isPlain(String label) {
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c >= 0x80 || !(Character.isLetterOrDigit(c) || c == '_')) return false;
        }
        return true;
    }
}
