package dev.postwire.enrich.entity;

import java.util.List;
import java.util.Set;

/** Finds events by the words their names are made with, and by their years: {@code FooConf 2019}, {@code Foo Summit}. Stateless. */
final class EventFinder {
    /** At the end of a name. */
    private static final WordList NOUNS = WordList.of("""
            awards barcamp biennale camp championship championships con conf conference congress convention days
            expo fair fest festival hackathon jam konferenz kongress marathon meetup olympics sprint summit
            symposium unconference workshop""");

    /** Which need more than one name before them. */
    private static final WordList WEAK = WordList.of("convention awards camp con days fair jam meetup sprint workshop");

    private static final String[] ENDS = {"Con", "Conf", "Fest", "BarCamp"};

    private static final WordList AT = WordList.of("at attend attended attending during visit visited visiting");

    /** Behind the name of an event, besides the places that the post names. */
    private static final WordList REGIONS = WordList.of(
            "uk us usa eu de fr es nl ch at au nz ca jp pl cz ie pt br za na europe asia africa america australia india japan canada");

    /** Before the name, not in it. */
    private static final WordList NUMBERED = WordList.of("annual biennial inaugural first second third");

    private static final int LONGEST = 6;

    private final NameText text;
    private final Set<String> regions;
    private final List<Sighting> found;

    /** @param regions names of places, without accents in lower case, that may stand behind an event's name */
    EventFinder(NameText text, Set<String> regions, List<Sighting> found) {
        this.text = text;
        this.regions = regions;
        this.found = found;
    }

    void find() {
        for (int i = 0; i < text.size(); i++) {
            if (text.isCode(i) || !text.isCapital(i)) continue;
            if (isMade(i)) made(i);
            else if (NOUNS.contains(text.plain(i))) ended(i);
            else if (i > 0 && AT.contains(text.plain(i - 1)) && text.follows(i)) visited(i);
        }
    }

    /** {@code PyCon}, {@code JSConf}, {@code PyConDE}, {@code DjangoCons}: one word made of a name and an event. */
    private boolean isMade(int word) {
        if (text.shape(word) != Shape.MIXED) return false;
        String written = text.words().written(word);
        for (String end : ENDS) {
            int at = written.indexOf(end);
            if (at >= 0 && at + end.length() > 4 && isEnd(written.substring(at + end.length()))) return true;
        }
        return false;
    }

    /** Whether nothing more follows than a country and the s of a plural. */
    private static boolean isEnd(String rest) {
        String region = rest.endsWith("s") ? rest.substring(0, rest.length() - 1) : rest;
        if (region.length() > 3) return false;
        for (int i = 0; i < region.length(); i++) if (!Character.isUpperCase(region.charAt(i))) return false;
        return true;
    }

    private void made(int word) {
        if (word + 1 < text.size() && text.gap(word + 1) == Gap.HYPHEN) return;
        int last = word;
        if (text.follows(word + 1) && isRegion(word + 1)) last = word + 1;
        add(word, last, new Signals().add("made as events' names are", 4));
    }

    private boolean isRegion(int word) {
        String plain = text.plain(word);
        if (plain.length() <= 3 && text.shape(word) != Shape.CAPITALS) return false;
        return text.isCapital(word) && (REGIONS.contains(plain) || regions.contains(plain));
    }

    private void ended(int end) {
        int first = end;
        while (end - first < LONGEST && text.follows(first) && text.isCapital(first - 1)) first--;
        if (first > 0 && text.gap(first) == Gap.HYPHEN && text.isCapital(first - 1)) first--;
        while (first < end && isLeader(first)) first++;
        if (first == end) return;
        String plain = text.plain(end);
        Signals signals = new Signals().add("ends as events do", WEAK.contains(plain) ? 1.5 : 3);
        if (hasName(first, end)) signals.add("has a name", 2);
        else if (end - first >= 2) signals.add("several capitals", 1);
        if (text.follows(end + 1) && text.isYear(end + 1)) signals.add("year", 2);
        if (isVisited(first)) signals.add("visited", 1);
        if (text.isTitleCase(end)) signals.add("in a title", -1);
        int last = end;
        if (text.follows(end + 1) && isRegion(end + 1)) last = end + 1;
        add(first, last, signals);
        if (signals.sum() >= EntityFinder.ENOUGH) beside(first);
    }

    /** {@code at Open Source Bridge or the Foo Conference}: who may be at one may be at the other. */
    private void beside(int first) {
        int and = text.follows(first) && PersonCues.ARTICLES.contains(text.plain(first - 1)) ? first - 2 : first - 1;
        if (and < 1 || !PersonCues.AND.contains(text.plain(and)) || !text.follows(and) || !text.follows(and + 1))
            return;
        int last = and - 1;
        int start = and;
        while (last - start < LONGEST
                && start > 0
                && text.isCapital(start - 1)
                && (start == and || text.follows(start))) start--;
        if (start == and || !isVisited(start) || last == start && text.isOrdinary(last)) return;
        add(start, last, new Signals().add("visited", 1).add("beside an event", 3));
    }

    /** {@code at FOSDEM 2014}. */
    private void visited(int first) {
        int last = first;
        while (last - first < 3 && text.follows(last + 1) && text.isCapital(last + 1)) last++;
        boolean year = text.follows(last + 1) && text.isYear(last + 1);
        if (!year || !hasName(first, last + 1)) return;
        add(first, last, new Signals().add("visited", 2).add("year", 2));
    }

    private boolean isVisited(int first) {
        for (int i = first - 1; i >= 0 && i >= first - 2 && text.follows(i + 1); i--) {
            if (AT.contains(text.plain(i))) return true;
        }
        return false;
    }

    private boolean isLeader(int word) {
        return PersonCues.ARTICLES.contains(text.plain(word))
                || NUMBERED.contains(text.plain(word))
                || text.startsSentence(word) && text.isWrittenSmall(word);
    }

    private boolean hasName(int first, int end) {
        for (int i = first; i < end; i++) {
            if (!text.isWrittenSmall(i)) return true;
        }
        return false;
    }

    private void add(int first, int last, Signals signals) {
        found.add(EventYears.sighting(text, first, last, signals));
    }
}
