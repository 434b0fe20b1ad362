package dev.postwire.enrich.entity;

import dev.postwire.enrich.post.EnrichedPost.Link;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;

/** Weighs what stands around a name in one text: whether people are spoken of there. */
final class PersonContext {
    /** Languages in which any noun has a capital. */
    private static final WordList NOUNS_HAVE_CAPITALS = WordList.of("de lb");
    /** How far back the other side of "a talk by A, B and C" is looked for. */
    private static final int NEAR = 2;

    private final NameText text;
    private final boolean capitalsAreNames;
    /** By the code point they begin at. */
    private final Map<Integer, Link> links;

    private final Set<String> authors;
    /** The last words of links. */
    private final BitSet linkEnds = new BitSet();

    /** @param authors their names as {@link NameText#key} gives them */
    PersonContext(NameText text, String language, Map<Integer, Link> links, Set<String> authors) {
        this.text = text;
        this.capitalsAreNames = !NOUNS_HAVE_CAPITALS.contains(language.split("-", 2)[0]);
        this.links = links;
        this.authors = authors;
        if (!text.isTitle()) {
            for (Link link : links.values()) {
                int end = text.words().firstFrom(link.end());
                if (end > 0) linkEnds.set(end - 1);
            }
        }
    }

    boolean capitalsAreNames() {
        return capitalsAreNames;
    }

    boolean isAfterHonorific(int word) {
        if (word == 0
                || text.shape(word - 1) == Shape.SMALL && !text.plain(word - 1).equals("frau")) return false;
        Gap gap = text.gap(word);
        return (gap == Gap.SPACE || gap == Gap.STOP) && PersonCues.HONORIFICS.contains(text.plain(word - 1));
    }

    /** @param listed whether its first name is one that is known */
    void weigh(int first, int last, boolean listed, Signals signals) {
        if (authors.contains(text.key(first, last))) signals.add("author of the post", listed ? 6 : 3);
        weighBefore(first, listed, signals);
        weighAfter(last, signals);
        weighLink(first, last, signals);
        if (text.isTitleCase(first) && !signals.has("author of the post")) signals.add("in a title", -0.5);
    }

    private void weighBefore(int first, boolean listed, Signals signals) {
        if (isAfterHonorific(first)) signals.add("honorific", 3);
        if (first == 0) return;
        String before = text.plain(first - 1);
        Gap gap = text.gap(first);
        if (gap != Gap.SPACE && gap != Gap.COLON && gap != Gap.COMMA) {
            weighAdjacent(first - 1, gap, signals);
            return;
        }
        if (PersonCues.BY.contains(before)) {
            signals.add("by", listed && before.equals("by") ? 2 : 1);
            if (isNear(first - 1, PersonCues.WORKS) || isNear(first - 1, PersonCues.MEETINGS))
                signals.add("work by", 1);
            else if (first > 1 && linkEnds.get(first - 2)) signals.add("linked work by", 1.5);
        } else if (PersonCues.ROLES.contains(before)) signals.add("role", 2);
        else if (gap == Gap.COMMA) return;
        else if (before.equals("with") && isNear(first - 1, PersonCues.MEETINGS)) signals.add("with somebody", 2);
        else if ((before.equals("from") || before.equals("to")) && isNear(first - 1, PersonCues.MET))
            signals.add("met", 1.5);
        else if (PersonCues.MET.contains(before)) signals.add("met", 1);
        else if (PersonCues.ARTICLES.contains(before)) signals.add("article", -1.5);
        else weighAdjacent(first - 1, gap, signals);
    }

    /** Other names that stand at once before it: {@code IBM Watson Health}. */
    private void weighAdjacent(int before, Gap gap, Signals signals) {
        Shape shape = text.shape(before);
        boolean name = shape == Shape.CAPITALS || shape == Shape.MIXED;
        if (gap == Gap.SPACE && name) signals.add("part of a longer name", -1);
        if (gap == Gap.HYPHEN || gap == Gap.NOTHING) signals.add("part of a longer word", -3);
    }

    private boolean isNear(int word, WordList cues) {
        for (int i = word - 1; i >= 0 && i >= word - NEAR; i--) {
            if (text.gap(i + 1) != Gap.SPACE) return false;
            if (cues.contains(text.plain(i))) return true;
        }
        return false;
    }

    private void weighAfter(int last, Signals signals) {
        int next = last + 1;
        if (next >= text.size()) return;
        Gap gap = text.gap(next);
        String after = text.plain(next);
        switch (gap) {
            case SPACE -> weighFollowing(next, after, signals);
            case APOSTROPHE -> {
                if (isWork(next + 1) || isWork(next + 2)) signals.add("somebody's work", 3);
                else if (after.equals("s")) signals.add("possessive", 0.5);
            }
            case COMMA -> {
                if (isRole(next) || isRole(next + 1) || isRole(next + 2)) signals.add("role", 2);
                else if (after.equals("who")) signals.add("deed", 2);
            }
            case OPENING -> {
                if (isHandle(next)) signals.add("handle", 3);
            }
            case HYPHEN, NOTHING -> signals.add("part of a longer word", -3);
            default -> {}
        }
    }

    private void weighFollowing(int next, String after, Signals signals) {
        Shape shape = text.shape(next);
        if (shape == Shape.SMALL && PersonCues.DEEDS.contains(after)) signals.add("deed", 2);
        else if (shape == Shape.CAPITALS || shape == Shape.MIXED || shape == Shape.NUMBER) {
            signals.add("part of a longer name", -2);
        } else if (isHandle(next)) signals.add("handle", 3);
    }

    private boolean isHandle(int word) {
        int start = text.words().start(word);
        return start > 0 && text.words().text().charAt(start - 1) == '@';
    }

    private boolean isRole(int word) {
        return PersonCues.ROLES.contains(text.plain(word));
    }

    private boolean isWork(int word) {
        return PersonCues.WORKS.contains(text.plain(word));
    }

    private void weighLink(int first, int last, Signals signals) {
        if (text.isTitle() || links.isEmpty()) return;
        Link link = links.get(text.words().startPoint(first));
        if (link == null || link.end() != text.words().endPoint(last)) return;
        signals.add("a link's whole text", 1);
        if (Profiles.isProfile(link.url())) signals.add("link to a profile", 2);
    }
}
