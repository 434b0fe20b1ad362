package dev.postwire.enrich.tag;

import dev.postwire.enrich.word.LowerCase;
import java.text.Normalizer;
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
        if (isAscii(label)) return ascii(label);
        String folded = LowerCase.of(Normalizer.normalize(label, Normalizer.Form.NFKC));
        return EDGES.matcher(OTHERS.matcher(folded).replaceAll("-")).replaceAll("");
    }

    /** As nearly all labels are. */
    private static boolean isAscii(String label) {
        for (int i = 0; i < label.length(); i++) if (label.charAt(i) >= 0x80) return false;
        return true;
    }

    /** The same rule, where nothing is to be normalised. */
    private static String ascii(String label) {
        StringBuilder slug = new StringBuilder(label.length());
        boolean divided = false;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean kept = Character.isLetterOrDigit(c) || c == '_' || c == '+' || c == '#' || c == '.';
            if (kept && divided && !slug.isEmpty()) slug.append('-');
            if (kept) slug.append(Character.toLowerCase(c));
            divided = !kept;
        }
        return slug.toString();
    }
}
