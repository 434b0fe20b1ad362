package dev.postwire.enrich.extract;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses a title among what a page says of itself. The heading a reader sees wins where another claim confirms it; else the most
 * trusted claim does, without the name of its site.
 */
final class Titles {
    /** What a title and the name of its site are joined by. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·»•:-]\\s+|\\s*\\|\\s*");

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Titles() {}

    /** @param claims of titles, the most trusted first */
    static Optional<String> choose(List<Claim> claims, Optional<String> siteName) {
        if (claims.isEmpty()) return Optional.empty();
        // What its author or sender said is no page's guess.
        if (claims.get(0).source().compareTo(Source.FRONT_MATTER) <= 0)
            return Optional.of(claims.get(0).value());
        Optional<String> seen = claims.stream()
                .filter(claim -> claim.place().equals("h1"))
                .map(Claim::value)
                .filter(heading -> isConfirmed(heading, claims))
                .findFirst();
        return seen.or(() -> Optional.of(withoutSite(claims.get(0).value(), claims, siteName)));
    }

    private static boolean isConfirmed(String heading, List<Claim> claims) {
        String words = words(heading);
        return !words.isEmpty()
                && claims.stream()
                        .filter(claim ->
                                claim.field() == Field.TITLE && !claim.place().equals("h1"))
                        .anyMatch(claim -> (" " + words(claim.value()) + " ").contains(" " + words + " "));
    }

    private static String withoutSite(String title, List<Claim> claims, Optional<String> siteName) {
        String[] parts = SEPARATOR.split(title);
        if (parts.length < 2) return title;
        String last = parts[parts.length - 1];
        boolean named = siteName.isPresent() && words(siteName.get()).equals(words(last));
        String rest = title.substring(0, title.lastIndexOf(last));
        rest = rest.replaceFirst("\\s*[|–—·»•:-]\\s*$", "");
        boolean confirmed = isConfirmed(rest, claims.subList(1, claims.size()));
        return named || confirmed ? rest : title;
    }

    private static String words(String text) {
        return OTHER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
