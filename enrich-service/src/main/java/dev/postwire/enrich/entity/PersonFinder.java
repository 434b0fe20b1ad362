package dev.postwire.enrich.entity;

import java.util.List;
import java.util.Optional;

/**
 * Finds what may be the name of a person: words in a row that are written like names, from the first given name on. What stands
 * around it is weighed by {@link PersonContext}. Stateless.
 */
final class PersonFinder {
    private static final int LONGEST_RUN = 8;
    private static final int LONGEST_NAME = 5;
    private static final int MOST_PARTICLES = 2;

    private final NameText text;
    private final PersonContext context;
    private final List<Sighting> found;

    PersonFinder(NameText text, PersonContext context, List<Sighting> found) {
        this.text = text;
        this.context = context;
        this.found = found;
    }

    void find() {
        for (int i = 0; i < text.size(); i++) {
            if (!isPart(i) || text.isCode(i)) continue;
            int end = endOfRun(i);
            consider(i, end);
            i = end;
        }
    }

    private boolean isPart(int word) {
        Shape shape = text.shape(word);
        return shape == Shape.NAME || shape == Shape.INITIAL;
    }

    private int endOfRun(int from) {
        int end = from;
        while (end - from < LONGEST_RUN) {
            int next = nextPart(end);
            if (next < 0) break;
            end = next;
        }
        return end;
    }

    /** The next part of a name behind this one, over particles, or -1. */
    private int nextPart(int word) {
        int next = word + 1;
        if (next >= text.size()) return -1;
        Gap gap = text.gap(next);
        if (isPart(next)) return joins(word, gap) ? next : -1;
        int particles = 0;
        while (particles < MOST_PARTICLES && text.follows(next) && PersonCues.PARTICLES.contains(text.plain(next))) {
            particles++;
            next++;
        }
        boolean named = particles > 0 && next < text.size() && text.shape(next) == Shape.NAME;
        return named && (text.gap(next) == Gap.SPACE || text.gap(next) == Gap.APOSTROPHE) ? next : -1;
    }

    private boolean joins(int word, Gap gap) {
        return switch (gap) {
            case SPACE, HYPHEN -> true;
            case STOP -> text.shape(word) == Shape.INITIAL || PersonCues.HONORIFICS.contains(text.plain(word));
            case APOSTROPHE ->
                text.shape(word) == Shape.INITIAL || text.plain(word).equals("d");
            default -> false;
        };
    }

    private void consider(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && isBeforeNames(first)) first++;
        while (last > first && isAfterNames(last)) last--;
        if (isOfThing(from, to)) return;
        Signals signals = new Signals();
        int given = given(first, last);
        if (given >= 0) first = given;
        if (last - first >= LONGEST_NAME) return;
        if (first == last) {
            single(first).ifPresent(found::add);
            return;
        }
        if (isInitialAlone(first, last)) return;
        boolean listed = weighGiven(first, signals);
        if (!context.capitalsAreNames()) last = beforeNoun(first, last);
        weighSurname(first, last, listed, signals);
        context.weigh(first, last, listed, signals);
        found.add(Sighting.of(EntityType.PERSON, text, first, last, signals));
    }

    /** Where the name begins, by its first given name; -1 where none stands there. */
    private int given(int first, int last) {
        for (int i = first; i < last; i++) {
            String plain = text.plain(i);
            if (WordList.GIVEN_NAMES.contains(plain)) return i;
            if (WordList.GIVEN_NAMES_THAT_ARE_WORDS.contains(plain)) return i;
        }
        boolean reversed = last - first == 1
                && WordList.GIVEN_NAMES.contains(text.plain(last))
                && WordList.SURNAMES.contains(text.plain(first));
        return reversed ? first : -1;
    }

    /** A title, a role or a word that only begins a sentence. */
    private boolean isBeforeNames(int word) {
        String plain = text.plain(word);
        if (PersonCues.HONORIFICS.contains(plain) || PersonCues.ROLES.contains(plain)) return true;
        if (text.shape(word) == Shape.INITIAL) return text.gap(word + 1) == Gap.SPACE;
        boolean given = WordList.GIVEN_NAMES.contains(plain) || WordList.GIVEN_NAMES_THAT_ARE_WORDS.contains(plain);
        return !given && text.isOrdinary(word);
    }

    private boolean isAfterNames(int word) {
        if (text.shape(word) == Shape.INITIAL) return true;
        return WordList.NEVER_IN_NAMES.contains(text.plain(word)) && !WordList.SURNAMES.contains(text.plain(word));
    }

    /** Whether it is part of a longer name that is nobody's: {@code Grace Hopper Celebration}. */
    private boolean isOfThing(int from, int to) {
        for (int i = from; i <= to; i++) if (PersonCues.THINGS.contains(text.plain(i))) return true;
        return text.follows(to + 1) && text.isCapital(to + 1) && PersonCues.THINGS.contains(text.plain(to + 1));
    }

    private boolean isInitialAlone(int first, int last) {
        for (int i = first; i <= last; i++) if (text.shape(i) == Shape.NAME) return false;
        return true;
    }

    /** {@code Dr. Smith}: a surname alone, where a title says that it is one. */
    private Optional<Sighting> single(int word) {
        boolean usable = text.shape(word) == Shape.NAME && !text.isOrdinary(word);
        if (!usable || !context.isAfterHonorific(word)) return Optional.empty();
        Signals signals = new Signals().add("honorific", 3);
        signals.add("surname", WordList.SURNAMES.contains(text.plain(word)) ? 2 : 1);
        return Optional.of(Sighting.of(EntityType.PERSON, text, word, word, signals));
    }

    private boolean weighGiven(int first, Signals signals) {
        String plain = text.plain(first);
        if (text.shape(first) == Shape.INITIAL) {
            signals.add("initial", 1.5);
        } else if (WordList.GIVEN_NAMES.contains(plain)) {
            signals.add("given name", 3);
            return true;
        } else if (WordList.GIVEN_NAMES_THAT_ARE_WORDS.contains(plain)) {
            signals.add("given name that is a word", 2);
            return true;
        } else if (text.isOrdinary(first)) {
            signals.add("ordinary first word", -3);
        }
        return false;
    }

    /** Where any noun has a capital, what stands behind a whole name is one. */
    private int beforeNoun(int first, int last) {
        for (int i = first + 1; i < last; i++) {
            String plain = text.plain(i);
            boolean inner =
                    text.shape(i) != Shape.NAME || WordList.GIVEN_NAMES.contains(plain) || text.gap(i + 1) != Gap.SPACE;
            if (!inner
                    && text.follows(i + 1)
                    && text.shape(i + 1) == Shape.NAME
                    && !WordList.SURNAMES.contains(text.plain(i + 1))) {
                return i;
            }
        }
        return last;
    }

    private void weighSurname(int first, int last, boolean listed, Signals signals) {
        String surname = text.plain(last);
        boolean ordinary = text.isWrittenSmall(last);
        boolean known = WordList.SURNAMES.contains(surname);
        if (known) signals.add("surname", ordinary ? 0.5 : 2);
        else if (ordinary) signals.add("ordinary last word", -3);
        else if (!isAnyonesWord(last)) signals.add("unknown last word", context.capitalsAreNames() || listed ? 1 : 0);
        if (!listed && !WordList.SURNAMES.contains(surname) && last - first > 2)
            signals.add("long for an unknown name", -1);
        if (last - first > 2 && !signals.has("given name")) signals.add("long", -1);
        for (int i = first + 1; i < last; i++) weighMiddle(i, signals);
        if (!known && WordList.NEVER_IN_NAMES.contains(surname)) signals.add("never in names", -5);
    }

    private boolean isAnyonesWord(int word) {
        return WordList.GIVEN_NAMES_THAT_ARE_WORDS.contains(text.plain(word));
    }

    private void weighMiddle(int word, Signals signals) {
        String plain = text.plain(word);
        if (text.shape(word) == Shape.INITIAL && text.gap(word) == Gap.SPACE) signals.add("middle initial", 1.5);
        else if (PersonCues.PARTICLES.contains(plain)) signals.add("particle", 1);
        else if (WordList.GIVEN_NAMES.contains(plain)) signals.add("second given name", 1);
        else if (WordList.NEVER_IN_NAMES.contains(plain)) signals.add("never in names", -5);
        else if (text.isWrittenSmall(word) && !WordList.SURNAMES.contains(plain))
            signals.add("ordinary middle word", -2);
    }
}
