package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.post.Warning;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells where what a page shows its readers and what its metadata say are not the same: another title, another author, another day.
 * Spelling, the name of the site and a part of the whole are no conflict, nor is a day more or less, which a time zone makes.
 */
final class Conflicts {
    private static final int MOST_HOURS_APART = 48;
    /** Titles that share at least this much of their words say the same. */
    private static final double ALIKE = 0.5;

    private final Function<Field, List<Claim>> claims;
    private final List<Warning> warnings;

    /** @param claims those about a field, the most trusted first */
    Conflicts(Function<Field, List<Claim>> claims, List<Warning> warnings) {
        this.claims = claims;
        this.warnings = warnings;
    }

    void tell() {
        tell(Field.TITLE, "title");
        tell(Field.AUTHOR, "author");
        tell(Field.PUBLISHED, "date");
    }

    private void tell(Field field, String what) {
        List<Claim> all = claims.apply(field);
        Claim seen = null;
        Claim said = null;
        for (Claim claim : all) {
            if (seen == null && isShown(claim)) seen = claim;
            if (said == null && isMetadata(claim)) said = claim;
        }
        if (seen == null || said == null || agree(field, all)) return;
        warnings.add(new Warning(
                "metadata-conflict",
                "the " + what + " on screen (" + seen.origin() + ") is not that of " + said.origin() + "; "
                        + all.get(0).origin() + " won"));
    }

    /** Whether anything on screen is what any of the metadata say. */
    private boolean agree(Field field, List<Claim> all) {
        for (Claim seen : all) {
            boolean shown = seen.source() == Source.TEXT || seen.source() == Source.MARKUP;
            if (!shown || (field == Field.TITLE && !isShown(seen))) continue;
            for (Claim said : all) if (isMetadata(said) && !differ(field, seen, said)) return true;
            // A day that nothing labels may be that of the last change.
            boolean changed = field == Field.PUBLISHED
                    && claims.apply(Field.UPDATED).stream().anyMatch(updated -> !differ(field, seen, updated));
            if (changed) return true;
        }
        return false;
    }

    private static boolean isMetadata(Claim claim) {
        return claim.source() == Source.JSON_LD || claim.source() == Source.META;
    }

    /** On screen, and beside the heading: a name or a day elsewhere may be of something else. */
    private static boolean isShown(Claim claim) {
        return claim.source() == Source.TEXT
                || (claim.source() == Source.MARKUP && claim.place().startsWith("h"));
    }

    private boolean differ(Field field, Claim seen, Claim said) {
        if (field == Field.PUBLISHED) {
            var one = MetadataResolver.moment(seen.value()).map(Moment::at);
            var other = MetadataResolver.moment(said.value()).map(Moment::at);
            return one.isPresent()
                    && other.isPresent()
                    && Duration.between(one.get(), other.get()).abs().toHours() >= MOST_HOURS_APART;
        }
        if (seen.value().equalsIgnoreCase(said.value())) return false;
        Set<String> one = words(field, seen);
        Set<String> other = words(field, said);
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        if (shared.size() == Math.min(one.size(), other.size())) return false;
        return field == Field.AUTHOR ? shared.isEmpty() : shared.size() < ALIKE * Math.min(one.size(), other.size());
    }

    /** Of everybody that the place names. */
    private Set<String> words(Field field, Claim of) {
        Set<String> words = new HashSet<>();
        for (Claim claim : claims.apply(field)) {
            boolean same = claim.source() == of.source() && claim.place().equals(of.place());
            if (same && (field == Field.AUTHOR || claim == of))
                words.addAll(List.of(Titles.words(claim.value()).split(" ")));
        }
        words.remove("");
        return words;
    }
}
