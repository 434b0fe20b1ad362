package dev.postwire.enrich.entity;

import java.util.List;

/** Finds places that no vocabulary knows beside those it does ({@code Foo, Canada}), and by their kind. Stateless. */
final class PlaceFinder {
    /** At the end of a name. */
    private static final WordList KINDS = WordList.of("airport avenue beach castle county island islands river valley");

    /** Before a name. */
    private static final WordList HEADS = WordList.of("lake mount");

    private static final WordList IN = WordList.of("across around at from in into near of through to visit visiting");

    private final NameText text;
    private final List<Sighting> found;

    PlaceFinder(NameText text, List<Sighting> found) {
        this.text = text;
        this.found = found;
    }

    void find() {
        for (int i = 1; i < text.size(); i++) {
            if (text.isCode(i) || !text.isCapital(i)) continue;
            if (KINDS.contains(text.plain(i))) ended(i);
            else if (HEADS.contains(text.plain(i - 1)) && text.isCapital(i - 1) && text.follows(i)) headed(i);
        }
    }

    private void ended(int end) {
        int first = end;
        while (end - first < 3 && text.follows(first) && text.isCapital(first - 1)) first--;
        while (first < end && (PersonCues.ARTICLES.contains(text.plain(first)) || text.isWrittenSmall(first))) first++;
        if (first == end || text.isTitleCase(end)) return;
        found.add(Sighting.of(EntityType.PLACE, text, first, end, new Signals().add("ends as places do", 4)));
    }

    private void headed(int name) {
        if (text.isWrittenSmall(name) || text.isTitleCase(name) || text.follows(name - 1) && text.isCapital(name - 2))
            return;
        found.add(Sighting.of(EntityType.PLACE, text, name - 1, name, new Signals().add("begins as places do", 4)));
    }

    /** {@code Foo, Canada}: what stands before a known place and a comma, where something says that both are places. */
    void beside(int known) {
        if (known < 2 || text.gap(known) != Gap.COMMA || !text.isCapital(known - 1)) return;
        int last = known - 1;
        int first = last;
        while (last - first < 3 && text.follows(first) && text.isCapital(first - 1)) first--;
        boolean placed = first > 0 && text.follows(first) && IN.contains(text.plain(first - 1));
        if (!placed || text.isOrdinary(last) && text.isWrittenSmall(last)) return;
        found.add(Sighting.of(EntityType.PLACE, text, first, last, new Signals().add("in, before a known place", 4)));
    }
}
