package dev.postwire.enrich.learn;

import dev.postwire.enrich.learn.Terms.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All that follows from a site's tagged posts by counting. Immutable. */
final class SiteIndex {
    /** Counts that judge a post of the site itself leave out one of so many parts of the posts, the post's own among them. */
    static final int PARTS = 10;

    private static final double NEARLY_ALL = 0.8;
    private static final int NEIGHBOUR_TERMS = 128;
    private static final Set<Kind> SUBJECT = EnumSet.of(Kind.WORD, Kind.TITLE);
    private static final Set<Kind> MANNER = EnumSet.of(Kind.PAIR, Kind.BEGIN);

    final List<AuthorTag> tags;
    final List<String> languages;
    final TaggedPost[] posts;
    final TermTable terms;
    final LabelIndex labels;
    final Postings bySubject;
    final Postings byManner;
    /** Whether nearly all labels are written without capitals. */
    final boolean isLowerCase;
    /** By part, the last being all of them; then by label. */
    final int[][] uses = new int[PARTS + 1][];
    /** By part, the last being all of them; then by label and kind of hit: how many posts, and how many of them have the tag. */
    private final char[][][] hits = new char[PARTS + 1][][];

    private final char[][][] tagged = new char[PARTS + 1][][];
    private final double[] tells = new double[Hit.Kind.ALL.length];
    /** The labels of all posts one after the other, and where those of each begin. */
    private final char[] given;

    private final int[] starts;
    private final int[][] days;
    private final Map<Long, Integer> together = new HashMap<>();

    SiteIndex(List<AuthorTag> tags, List<String> languages, TermTable terms, List<TaggedPost> tagged) {
        this.tags = List.copyOf(tags);
        this.languages = List.copyOf(languages);
        this.posts = tagged.toArray(TaggedPost[]::new);
        long lower = tags.stream()
                .filter(tag -> tag.label().equals(tag.label().toLowerCase(Locale.ROOT)))
                .count();
        this.isLowerCase = lower >= tags.size() * NEARLY_ALL;
        this.terms = terms;
        this.labels = new LabelIndex(tags.stream().map(AuthorTag::label).toList(), languages);
        List<Vector> subjects = new ArrayList<>(posts.length);
        List<Vector> manners = new ArrayList<>(posts.length);
        for (TaggedPost post : posts) {
            Terms own = post.terms(terms);
            subjects.add(subject(own));
            manners.add(manner(own));
        }
        this.bySubject = new Postings(terms, subjects);
        this.byManner = new Postings(terms, manners);
        this.starts = new int[posts.length + 1];
        for (int i = 0; i < posts.length; i++) starts[i + 1] = starts[i] + posts[i].labels().length;
        this.given = new char[starts[posts.length]];
        for (int i = 0, at = 0; i < posts.length; i++) for (int label : posts[i].labels()) given[at++] = (char) label;
        this.days = days();
        count();
    }

    Vector subject(Terms post) {
        return terms.plain(post, SUBJECT, NEIGHBOUR_TERMS);
    }

    Vector manner(Terms post) {
        return terms.plain(post, MANNER, NEIGHBOUR_TERMS);
    }

    private int[][] days() {
        int[] counts = new int[tags.size()];
        for (TaggedPost post : posts) if (post.day() != Reading.NO_DAY) for (int label : post.labels()) counts[label]++;
        int[][] sorted = new int[tags.size()][];
        for (int label = 0; label < sorted.length; label++) sorted[label] = new int[counts[label]];
        for (TaggedPost post : posts) {
            if (post.day() != Reading.NO_DAY)
                for (int label : post.labels()) sorted[label][--counts[label]] = post.day();
        }
        for (int[] of : sorted) Arrays.sort(of);
        return sorted;
    }

    private void count() {
        int kinds = Hit.Kind.ALL.length;
        for (int part = 0; part <= PARTS; part++) {
            uses[part] = new int[tags.size()];
            hits[part] = new char[kinds][tags.size()];
            tagged[part] = new char[kinds][tags.size()];
        }
        for (int number = 0; number < posts.length; number++) {
            TaggedPost post = posts[number];
            Hit[] own = post.hits();
            for (int part : new int[] {number % PARTS, PARTS}) {
                for (int label : post.labels()) uses[part][label]++;
                for (Hit hit : own) {
                    int kind = hit.kind().ordinal();
                    add(hits[part][kind], hit.label);
                    if (post.has(hit.label)) add(tagged[part][kind], hit.label);
                }
            }
            for (int one : post.labels()) {
                for (int other : post.labels()) if (one < other) together.merge(pair(one, other), 1, Integer::sum);
            }
        }
        for (int kind = 1; kind < kinds; kind++) {
            double all = 1;
            double right = 0;
            for (char count : hits[PARTS][kind]) all += count;
            for (char count : tagged[PARTS][kind]) right += count;
            tells[kind] = right / all;
        }
    }

    private static void add(char[] counts, int label) {
        if (counts[label] < Character.MAX_VALUE) counts[label]++;
    }

    private static long pair(int one, int other) {
        return (long) one << Integer.SIZE | other;
    }

    int size() {
        return posts.length;
    }

    /** How many posts have the tag; {@code self} is the number of the post that asks, -1 where it is none of these. */
    float uses(int label, int self) {
        if (self < 0) return uses[PARTS][label];
        return (uses[PARTS][label] - uses[self % PARTS][label]) * WHOLE;
    }

    private static final float WHOLE = PARTS / (PARTS - 1f);
    /** As many posts as the mean of all labels stands for. */
    private static final double DOUBT = 2;

    /** How probable a tag is, as its label is named in a post in this way. */
    float tells(int label, Hit.Kind kind, int self) {
        if (kind == Hit.Kind.NONE) return 0;
        double all = hits[PARTS][kind.ordinal()][label];
        double right = tagged[PARTS][kind.ordinal()][label];
        if (self >= 0) {
            all = (all - hits[self % PARTS][kind.ordinal()][label]) * WHOLE;
            right = (right - tagged[self % PARTS][kind.ordinal()][label]) * WHOLE;
        }
        return (float) ((right + DOUBT * tells[kind.ordinal()]) / (all + DOUBT));
    }

    /** The same for any label. */
    float tells(Hit.Kind kind) {
        return (float) tells[kind.ordinal()];
    }

    /** Of each label the sum of a value of all posts that have it. */
    float[] sums(float[] values) {
        float[] sums = new float[tags.size()];
        for (int post = 0; post < values.length; post++) {
            float value = values[post];
            if (value <= 0) continue;
            for (int at = starts[post]; at < starts[post + 1]; at++) sums[given[at]] += value;
        }
        return sums;
    }

    /** How many posts have both. */
    int together(int one, int other) {
        return together.getOrDefault(pair(Math.min(one, other), Math.max(one, other)), 0);
    }

    /** How many posts with the tag were published from one day to another, both included. */
    int usesBetween(int label, int from, int to) {
        return before(days[label], to + 1) - before(days[label], from);
    }

    /** How many days lie between a day and the nearest post with the tag; {@code skipped} are of the asking post itself. */
    int daysTo(int label, int day, int skipped, int unknown) {
        int[] sorted = days[label];
        int low = before(sorted, day);
        int high = before(sorted, day + 1);
        if (high - low > skipped) return 0;
        int nearest = unknown;
        if (low > 0) nearest = Math.min(nearest, day - sorted[low - 1]);
        if (high < sorted.length) nearest = Math.min(nearest, sorted[high] - day);
        return nearest;
    }

    private static int before(int[] sorted, int day) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < day) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
