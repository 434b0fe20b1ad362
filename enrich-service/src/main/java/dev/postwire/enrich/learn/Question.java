package dev.postwire.enrich.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One post put to a site's index: which tags come into question, and what is known of each. A post of the index itself is judged as
 * if it were not there.
 */
final class Question {
    private static final int LINEAR_CANDIDATES = 25;
    private static final int NEIGHBOUR_CANDIDATES = 25;
    private static final int RANKED = 60;
    private static final int UNRANKED = 99;
    private static final float NO_LINEAR = -2;
    private static final int NO_DAYS = 9_999;
    private static final int MONTH = 30;
    private static final int YEAR = 365;
    private static final int SURE = 5;
    /** What a word or two of a label must tell for it to come into question by them alone. */
    private static final double TELLING = 0.1;

    /** A tag in question. */
    record Row(int label, float[] features) {}

    private final SiteIndex site;
    private final int self;
    private final int day;
    private final int words;
    private final Map<Integer, Hit> hits;
    private final float[] linear;
    private final Neighbours bySubject;
    private final Neighbours byManner;
    private final int[] own;

    private Question(
            SiteIndex site, int self, int day, int words, Terms terms, Map<Integer, Hit> hits, float[] linear) {
        this.site = site;
        this.self = self;
        this.day = day;
        this.words = words;
        this.hits = hits;
        this.linear = linear;
        this.own = self < 0 ? new int[0] : site.posts[self].labels();
        this.bySubject = new Neighbours(site, site.bySubject.similarities(site.subject(terms)), self);
        this.byManner = new Neighbours(site, site.byManner.similarities(site.manner(terms)), self);
    }

    static Question of(SiteIndex site, Reading post, Map<Integer, Hit> hits, float[] linear) {
        return new Question(site, -1, post.day(), post.words(), post.terms(), hits, linear);
    }

    /** @param linear scores of models that have not seen the post */
    static Question of(SiteIndex site, int self, float[] linear) {
        TaggedPost post = site.posts[self];
        Map<Integer, Hit> hits = new HashMap<>();
        for (Hit hit : post.hits()) hits.put(hit.label, hit);
        return new Question(site, self, post.day(), post.words(), post.terms(site.terms), hits, linear);
    }

    Neighbours bySubject() {
        return bySubject;
    }

    Neighbours byManner() {
        return byManner;
    }

    Map<Integer, Hit> hits() {
        return hits;
    }

    List<Row> rows() {
        List<Integer> byLinear = byLinear();
        List<Integer> byNeighbours = byNeighbours();
        Set<Integer> candidates = new LinkedHashSet<>();
        candidates.addAll(byLinear.subList(0, Math.min(LINEAR_CANDIDATES, byLinear.size())));
        candidates.addAll(byNeighbours.subList(0, Math.min(NEIGHBOUR_CANDIDATES, byNeighbours.size())));
        int named = 0;
        for (Hit hit : hits.values()) {
            if (hit.isWhole()) named++;
            boolean tells = hit.isWhole() || site.tells(hit.label, hit.kind(), self) > TELLING;
            if (tells) candidates.add(hit.label);
        }
        Map<Integer, Integer> linearRanks = ranks(byLinear);
        Map<Integer, Integer> neighbourRanks = ranks(byNeighbours);
        List<Integer> sure = byLinear.subList(0, Math.min(SURE, byLinear.size()));
        float best = byLinear.isEmpty() ? 0 : linear[byLinear.get(0)];
        List<Row> rows = new ArrayList<>(candidates.size());
        for (int label : candidates) {
            if (site.uses(label, self) <= 0) continue;
            float[] row = new float[Features.COUNT];
            float score = Float.isNaN(linear[label]) ? NO_LINEAR : linear[label];
            set(row, Features.LINEAR, score);
            set(row, Features.LINEAR_RANK, linearRanks.getOrDefault(label, UNRANKED));
            set(row, Features.LINEAR_GAP, score - best);
            set(row, Features.NEIGHBOURS_RANK, neighbourRanks.getOrDefault(label, UNRANKED));
            set(row, Features.TOGETHER, together(label, sure));
            set(row, Features.LABELS_NAMED, named);
            neighbours(row, label);
            literal(row, label);
            dates(row, label);
            rows.add(new Row(label, row));
        }
        return rows;
    }

    private static void set(float[] row, Features feature, double value) {
        row[feature.ordinal()] = (float) value;
    }

    private List<Integer> byLinear() {
        return boxed(Top.of(linear, Float.NEGATIVE_INFINITY, RANKED));
    }

    private List<Integer> byNeighbours() {
        float[] sums = new float[site.tags.size()];
        for (int label = 0; label < sums.length; label++)
            sums[label] = bySubject.of(label).far + byManner.of(label).far;
        return boxed(Top.of(sums, 0, RANKED));
    }

    private static List<Integer> boxed(int[] labels) {
        return Arrays.stream(labels).boxed().toList();
    }

    private static Map<Integer, Integer> ranks(List<Integer> labels) {
        Map<Integer, Integer> ranks = new HashMap<>();
        for (int label : labels) ranks.put(label, ranks.size());
        return ranks;
    }

    /** How often the tag comes with one of those that are surest. */
    private double together(int label, List<Integer> sure) {
        double most = 0;
        for (int other : sure) {
            if (other == label) continue;
            int posts = site.together(label, other) - (isOwn(label) && isOwn(other) ? 1 : 0);
            if (posts == 0) continue;
            double weight = 1 / (1 + Math.exp(-3 * linear[other]));
            most = Math.max(most, weight * posts / (site.uses(other, self) + 2));
        }
        return most;
    }

    private boolean isOwn(int label) {
        for (int tag : own) if (tag == label) return true;
        return false;
    }

    private void neighbours(float[] row, int label) {
        double uses = Math.sqrt(site.uses(label, self));
        Neighbours.Say subject = bySubject.of(label);
        set(row, Features.NEAR, subject.near);
        set(row, Features.FAR, subject.far);
        set(row, Features.NEAREST, subject.nearest);
        set(row, Features.NEIGHBOURS, subject.sum / uses);
        Neighbours.Say manner = byManner.of(label);
        set(row, Features.MANNER_NEAR, manner.near);
        set(row, Features.MANNER_FAR, manner.far);
        set(row, Features.MANNER_NEAREST, manner.nearest);
        set(row, Features.MANNER_NEIGHBOURS, manner.sum / uses);
        set(row, Features.FREQUENCY, Math.log(site.uses(label, self) * 1000 / site.size() + 0.1));
    }

    private void literal(float[] row, int label) {
        Hit hit = hits.getOrDefault(label, new Hit(label));
        set(row, Features.KIND, hit.kind().ordinal());
        set(row, Features.EXACT, hit.exact);
        set(row, Features.STEM, hit.stem);
        set(row, Features.TITLE, hit.title);
        set(row, Features.FIRST, hit.first);
        set(row, Features.BEGINS, hit.begins);
        set(row, Features.PART, hit.part);
        set(row, Features.TELLS, site.tells(label, hit.kind(), self));
        set(row, Features.TELLS_ANY, site.tells(hit.kind()));
        set(row, Features.LABEL_WORDS, site.labels.words(label));
        set(row, Features.LABEL_CHARS, site.labels.chars(label));
        set(row, Features.POST_WORDS, words);
    }

    private void dates(float[] row, int label) {
        set(row, Features.DAYS, NO_DAYS);
        if (day == Reading.NO_DAY) return;
        int skipped = isOwn(label) ? 1 : 0;
        set(row, Features.DAYS, site.daysTo(label, day, skipped, NO_DAYS));
        set(row, Features.WITHIN_A_MONTH, site.usesBetween(label, day - MONTH, day + MONTH) - skipped);
        set(row, Features.WITHIN_A_YEAR, site.usesBetween(label, day - YEAR, day + YEAR) - skipped);
    }
}
