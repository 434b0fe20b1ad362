package dev.postwire.query.post;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A tag's name as the contract writes it, so that a reader may ask for {@code Web Dev} and find {@code web-dev}. */
public final class Slug {
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}_+#.]+");

    private Slug() {}

    /** NFKC, lower case, a hyphen for each run of anything but letters, digits, and {@code _ + # .}, none at the ends. */
    public static String of(String label) {
        String lower = Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String joined = OTHERS.matcher(lower).replaceAll("-");
        int from = joined.startsWith("-") ? 1 : 0;
        int to = joined.length() > from && joined.endsWith("-") ? joined.length() - 1 : joined.length();
        return joined.substring(from, to);
    }
}
