package dev.postwire.local.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the posts that arrive are shown, told by the record's headers alone. An erasure does not say what the post was: with a
 * condition it is shown where the post was shown before. For one thread.
 *
 * @param tags slugs; one of them is enough, none is no condition
 * @param language as in BCP 47; {@code en} is met by {@code en-GB}
 */
final class Filter {
    /** Enough for any evening; whoever was shown before these is forgotten. */
    private static final int REMEMBERED = 10_000;

    private final Set<String> tags = new LinkedHashSet<>();
    private final Optional<String> language;
    private final Set<String> shown = new LinkedHashSet<>();

    Filter(List<String> tags, Optional<String> language) {
        tags.forEach(tag -> this.tags.add(tag.strip().toLowerCase(Locale.ROOT).replace(' ', '-')));
        this.language = language.map(code -> code.strip().toLowerCase(Locale.ROOT));
    }

    boolean showsPost(String id, List<String> itsTags, String itsLanguage) {
        if (!tags.isEmpty() && itsTags.stream().noneMatch(tags::contains)) return false;
        if (language.isPresent() && !speaks(itsLanguage.toLowerCase(Locale.ROOT), language.get())) return false;
        remember(id);
        return true;
    }

    boolean showsErasure(String id) {
        return tags.isEmpty() && language.isEmpty() || shown.contains(id);
    }

    private static boolean speaks(String code, String wanted) {
        return code.equals(wanted) || code.startsWith(wanted + "-");
    }

    private void remember(String id) {
        shown.remove(id);
        shown.add(id);
        if (shown.size() > REMEMBERED) shown.remove(shown.iterator().next());
    }
}
