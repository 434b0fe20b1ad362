package dev.postwire.enrich.learn;

import dev.postwire.enrich.learn.SiteModel.Ranked;
import dev.postwire.enrich.learn.Terms.Kind;
import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.tag.Candidate;
import dev.postwire.enrich.tag.Slug;
import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says why a tag was suggested for one post, with the words and the posts that spoke for it. Used by one thread. */
final class Explanation {
    private static final int EXPLAINED = 8;
    private static final int MOST_SPANS = 3;
    private static final int MOST_SHARED = 5;
    private static final int FEWEST_SHARED = 2;
    private static final double WORTH_NAMING = 0.1;

    private final SiteModel model;
    private final PostWords words;
    private final Reading post;
    private final Question question;
    private final Vector vector;
    private final List<Rare> rarest = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final Map<Integer, Integer> placesInText = new HashMap<>();
    private final Map<Integer, Integer> placesInTitle = new HashMap<>();

    Explanation(SiteModel model, PostWords words, Reading post, Question question, Vector vector) {
        this.model = model;
        this.words = words;
        this.post = post;
        this.question = question;
        this.vector = vector;
        places(post.text(), placesInText, Kind.WORD, Kind.PAIR);
        places(post.title(), placesInTitle, Kind.WORD, Kind.PAIR);
        places(post.title(), placesInTitle, Kind.TITLE, Kind.TITLE);
        place();
    }

    /** Of each term its first place; of pairs that of the second word, below zero. */
    private static void places(Tokens tokens, Map<Integer, Integer> places, Kind word, Kind pair) {
        for (int i = 0; i < tokens.size(); i++) {
            places.putIfAbsent(word.term(tokens.stems()[i]), i);
            if (i > 0) places.putIfAbsent(pair.term(Reading.pair(tokens, i)), -i);
        }
    }

    /** A term of the post that the models know, with its weight in the post. */
    private record Placed(int id, float weight, int place, boolean inTitle) {}

    private void place() {
        for (int i = 0; i < vector.size(); i++) {
            int id = vector.ids()[i];
            int term = model.index.terms.term(id);
            Integer inText = placesInText.get(term);
            Integer place = inText == null ? placesInTitle.get(term) : inText;
            if (place != null) placed.add(new Placed(id, vector.weights()[i], place, inText == null));
        }
    }

    Candidate of(Ranked ranked, int rank, int count) {
        return ranked.coined().isPresent() ? coined(ranked, rank, count) : known(ranked, rank, count);
    }

    private Candidate coined(Ranked ranked, int rank, int count) {
        Coinage.Words of = ranked.coined().get();
        Words in = of.inTitle ? words.title() : words.text();
        StringBuilder label = new StringBuilder();
        for (int word = of.first; word <= of.last; word++) {
            if (word > of.first && !model.learned.joins()) label.append(' ');
            label.append(model.index.isLowerCase ? in.folded(word) : in.written(word));
        }
        String place = of.inTitle ? "in the title" : "in the text";
        String why = "no tag yet; authors of this site often made such words " + place + " one";
        return new Candidate(
                Slug.of(label.toString()),
                label.toString(),
                Candidate.From.PROPOSED,
                ranked.probability(),
                rank < count,
                rank < count ? why : unlikely(rank, count) + why,
                Map.of("coined", ranked.probability()),
                List.of(of.inTitle ? title(of.first, of.last) : span(of.first, of.last)));
    }

    private static String unlikely(int rank, int count) {
        return "place " + (rank + 1) + " where " + count + " are expected to be right: ";
    }

    private Candidate known(Ranked ranked, int rank, int count) {
        int label = ranked.label();
        AuthorTag tag = model.index.tags.get(label);
        List<Evidence> evidence = rank < Math.max(EXPLAINED, count) ? evidence(label) : List.of();
        boolean chosen = rank < count && !evidence.isEmpty();
        return new Candidate(
                tag.slug(),
                tag.label(),
                Candidate.From.LEARNED,
                ranked.probability(),
                chosen,
                reason(ranked, rank, count, evidence),
                scores(ranked),
                evidence);
    }

    private static Map<String, Double> scores(Ranked ranked) {
        float[] row = ranked.features();
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("literal", (double) row[Features.TELLS.ordinal()]);
        scores.put("neighbours", (double) row[Features.FAR.ordinal()]);
        scores.put("linear", (double) row[Features.LINEAR.ordinal()]);
        scores.put("prior", (double) row[Features.FREQUENCY.ordinal()]);
        scores.put("ranker", ranked.probability());
        return scores;
    }

    private String reason(Ranked ranked, int rank, int count, List<Evidence> evidence) {
        String named = named(question.hits().get(ranked.label()));
        float[] row = ranked.features();
        double linear = Math.round(row[Features.LINEAR.ordinal()] * 100) / 100.0;
        long share = Math.round(row[Features.FAR.ordinal()] * 100.0);
        String why = named + "; linear model " + linear + "; " + share + "% of the most similar posts have it";
        if (rank >= count) return unlikely(rank, count) + why;
        return evidence.isEmpty() ? "nothing in the post shows why: " + why : why;
    }

    private static String named(Hit hit) {
        if (hit == null) return "not named";
        return switch (hit.kind()) {
            case NONE -> "not named";
            case TITLE -> "named in the title";
            case EXACT -> "named in the text";
            case STEM -> "named in the text in another form";
            case PART -> "named in part";
            case BEGIN -> "words begin like it";
        };
    }

    private List<Evidence> evidence(int label) {
        List<Evidence> evidence = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        Hit hit = question.hits().get(label);
        if (hit != null && hit.isWhole()) literal(hit, evidence, taken);
        weighty(label, evidence, taken);
        neighbour(label, evidence);
        return evidence;
    }

    private void literal(Hit hit, List<Evidence> evidence, Set<Integer> taken) {
        if (hit.firstWord >= 0) {
            evidence.add(span(hit.firstWord, hit.lastWord));
            for (int word = hit.firstWord; word <= hit.lastWord; word++) taken.add(word);
        }
        if (hit.title > 0) evidence.add(title(0, words.title().size() - 1));
    }

    private Evidence span(int first, int last) {
        Words text = words.text();
        return Evidence.span(text.startPoint(first), text.endPoint(last), text.written(first, last));
    }

    private Evidence title(int first, int last) {
        return new Evidence(null, null, null, "title", words.title().written(first, last));
    }

    /** The words that weigh most in the linear model. */
    private void weighty(int label, List<Evidence> evidence, Set<Integer> taken) {
        record Weighty(int place, boolean inTitle, boolean pair, double weight) {}
        List<Weighty> all = new ArrayList<>();
        for (Placed one : placed) {
            double weight = one.weight() * model.learned.linear().weight(one.id(), label);
            if (weight > 0) all.add(new Weighty(Math.abs(one.place()), one.inTitle(), one.place() < 0, weight));
        }
        all.sort(Comparator.comparingDouble(Weighty::weight).reversed());
        double most = all.isEmpty() ? 0 : all.get(0).weight();
        int spans = 0;
        for (Weighty one : all) {
            if (spans == MOST_SPANS || one.weight() < most * WORTH_NAMING) break;
            int first = one.pair() ? one.place() - 1 : one.place();
            if (one.inTitle()) {
                evidence.add(title(first, one.place()));
            } else if (taken.add(one.place()) && (!one.pair() || taken.add(first))) {
                evidence.add(span(first, one.place()));
            } else {
                continue;
            }
            spans++;
        }
    }

    /** The most similar post that has the tag, and the rarest words that both have. */
    private void neighbour(int label, List<Evidence> evidence) {
        Neighbours.Say say = question.bySubject().of(label);
        if (say.post < 0 || say.near < WORTH_NAMING && !evidence.isEmpty()) return;
        TaggedPost neighbour = model.index.posts[say.post];
        int[] theirs = neighbour.terms(model.index.terms).terms();
        Arrays.sort(theirs);
        StringBuilder value = new StringBuilder();
        int shared = 0;
        for (Rare one : rarest()) {
            if (shared == MOST_SHARED) break;
            if (Arrays.binarySearch(theirs, one.term()) < 0) continue;
            if (shared++ > 0) value.append(' ');
            value.append((one.inTitle() ? words.title() : words.text()).written(one.place()));
        }
        if (shared < FEWEST_SHARED && !evidence.isEmpty() || shared == 0) return;
        evidence.add(new Evidence(null, null, null, "post " + neighbour.id(), value.toString()));
    }

    private record Rare(int term, int place, boolean inTitle, double idf) {}

    /** The words of the post that the index knows, the rarest first. */
    private List<Rare> rarest() {
        if (!rarest.isEmpty()) return rarest;
        for (int i = 0; i < vector.size(); i++) {
            int term = model.index.terms.term(vector.ids()[i]);
            if (Terms.kind(term) != Kind.WORD) continue;
            double idf = model.index.terms.idf(vector.ids()[i]);
            Integer place = placesInText.get(term);
            if (place != null) rarest.add(new Rare(term, place, false, idf));
            else if (placesInTitle.containsKey(term)) rarest.add(new Rare(term, placesInTitle.get(term), true, idf));
        }
        rarest.sort(Comparator.comparingDouble(Rare::idf).reversed());
        return rarest;
    }
}
