package dev.postwire.enrich.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the other places that name what was chosen: the same words again, a person's surname or given name after the whole one, an
 * acronym that stood in brackets behind its organisation. What two could be called by is nobody's. Used by one thread.
 */
final class Aliases {
    private final NameText text;
    private final BitSet taken;
    /** By its first word. */
    private final Map<String, List<Group>> names = new HashMap<>();
    /** Words that stand for one group alone; for more, null. */
    private final Map<String, Group> words = new HashMap<>();

    private final Set<String> ambiguous = new HashSet<>();

    Aliases(NameText text, BitSet taken) {
        this.text = text;
        this.taken = taken;
    }

    void find(List<Group> chosen) {
        for (Group group : chosen) {
            names.computeIfAbsent(firstWord(group.key()), k -> new ArrayList<>(1))
                    .add(group);
            if (group.type() == EntityType.PERSON) person(group);
            else acronym(group);
        }
        for (int i = 0; i < text.size(); i++) {
            if (taken.get(i)) continue;
            if (!again(i)) alone(i);
        }
    }

    private static String firstWord(String key) {
        int space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }

    private void person(Group group) {
        int space = group.key().indexOf(' ');
        if (space < 0) return;
        String given = group.key().substring(0, space);
        word(Merging.surname(group), group);
        if (WordList.GIVEN_NAMES.contains(given)) word(given, group);
    }

    private void word(String word, Group group) {
        if (word.length() < 2 || ambiguous.contains(word)) return;
        Group other = words.putIfAbsent(word, group);
        if (other == null || other == group) return;
        words.remove(word);
        ambiguous.add(word);
    }

    /** {@code Python Software Foundation (PSF)}. */
    private void acronym(Group group) {
        for (Sighting sighting : group.sightings()) {
            int next = sighting.last() + 1;
            if (sighting.text().isTitle() || next >= text.size() || text.gap(next) != Gap.OPENING) continue;
            boolean closed = next + 1 == text.size()
                    || text.gap(next + 1) == Gap.CLOSING
                    || text.gap(next + 1) == Gap.OTHER
                    || text.gap(next + 1) == Gap.LINE;
            if (text.shape(next) == Shape.CAPITALS && closed && isAcronym(sighting, text.plain(next))) {
                word(text.plain(next), group);
                return;
            }
        }
    }

    private boolean isAcronym(Sighting sighting, String acronym) {
        int at = 0;
        for (int i = sighting.first(); i <= sighting.last() && at < acronym.length(); i++) {
            if (text.plain(i).charAt(0) == acronym.charAt(at)) at++;
        }
        return at == acronym.length() && acronym.length() >= 2;
    }

    /** Whether a chosen name begins here once more. */
    private boolean again(int first) {
        for (Group group : names.getOrDefault(text.plain(first), List.of())) {
            Sighting model = group.best();
            int last = first + model.length() - 1;
            if (last >= text.size() || taken.get(last) || model.text().isTitle()) continue;
            if (!isSame(model, first)) continue;
            add(group, first, last);
            return true;
        }
        return false;
    }

    private boolean isSame(Sighting model, int first) {
        if (model.length() == 1 && text.isCode(first) != text.isCode(model.first())) return false;
        if (model.length() == 1 && text.shape(first) == Shape.INITIAL) return false; // of anybody's name
        if (model.length() == 1 && text.shape(first) == Shape.SMALL && text.isOrdinary(first) && !text.isCode(first))
            return false;
        for (int i = 0; i < model.length(); i++) {
            if (!text.words().written(first + i).equals(text.words().written(model.first() + i))) return false;
            if (i > 0 && text.gap(first + i) != text.gap(model.first() + i)) return false;
        }
        return true;
    }

    private void alone(int word) {
        Shape shape = text.shape(word);
        if (shape != Shape.NAME && shape != Shape.CAPITALS || text.isCode(word)) return;
        Group group = words.get(text.plain(word));
        if (group == null || word < firstPlace(group)) return;
        boolean person = group.type() == EntityType.PERSON;
        if (person != (shape == Shape.NAME)) return;
        if (person && (text.isWrittenSmall(word) || isNameBeside(word))) return;
        add(group, word, word);
    }

    private static int firstPlace(Group group) {
        int first = Integer.MAX_VALUE;
        for (Sighting sighting : group.sightings()) {
            if (!sighting.text().isTitle()) first = Math.min(first, sighting.first());
        }
        return first;
    }

    /** Whether it is part of another name: {@code Smith} in {@code John Smith}. */
    private boolean isNameBeside(int word) {
        boolean before = text.follows(word)
                && text.isCapital(word - 1)
                && !text.isOrdinary(word - 1)
                && !PersonCues.HONORIFICS.contains(text.plain(word - 1));
        boolean after = text.follows(word + 1) && text.isCapital(word + 1);
        return before
                || after
                || word + 1 < text.size() && text.gap(word + 1) == Gap.HYPHEN
                || text.gap(word) == Gap.HYPHEN;
    }

    private void add(Group group, int first, int last) {
        if (group.sightings().size() >= EntityFinder.MOST_MENTIONS) return;
        group.sightings().add(Sighting.of(group.type(), text, first, last, new Signals()));
        taken.set(first, last + 1);
    }
}
