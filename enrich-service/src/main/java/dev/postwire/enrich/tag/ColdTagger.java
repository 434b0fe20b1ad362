package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.KeyPhrase.Place;
import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.tag.Candidate.From;
import dev.postwire.enrich.vocabulary.Kind;
import dev.postwire.enrich.vocabulary.Mention;
import dev.postwire.enrich.vocabulary.Vocabulary;
import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tags a post of whose author nothing is learned: with concepts of a vocabulary and with its own key phrases, where authors on
 * other sites would do so. Every candidate says how probable that is, and where the post says it. Thread-safe.
 */
public final class ColdTagger {
    /** What is less probable is more probably wrong than right, wherever the model draws its line. */
    private static final double EVEN = 0.5;

    /** More than that no post is about. */
    private static final int MOST_CHOSEN = 8;
    /** What is less probable is not worth telling. */
    private static final double LEAST_TOLD = 0.02;

    private static final int MOST_TOLD = 20;
    private static final int MOST_EVIDENCE = 3;

    /** What so many of the things that a post mentions are is its subject, though few authors say so. */
    private static final int FEWEST_IN_COMMON = 4;

    private static final int MOST_FROM_SECTIONS = 2;
    /** Of more sections none is what the whole is about. */
    private static final int MOST_SECTIONS = 8;
    /** What one author in many would give at the best is no subject of the post, whatever a section is called. */
    private static final double LEAST_OF_SECTION = 0.015;

    private static final double LEAST_IN_COMMON = 0.05;
    /** A longer one says something of its subject, and names others beside. */
    private static final int LONGEST_SECTION_TITLE = 3;

    /** A name that is hardly one at any place is no tag of that name, however much the post is about the word. */
    private static final double HARDLY = 0.15;

    private static final double SURE = 0.75;
    private static final double LEAST_RARITY = 0.25;

    private final Suggestions suggestions;
    private final SuggestionFeatures features;
    private final ColdModel model;
    private final double least;
    private final String tooImprobable;

    public ColdTagger(Vocabulary vocabulary) {
        this(vocabulary, ColdModel.builtIn());
    }

    ColdTagger(Vocabulary vocabulary, ColdModel model) {
        this.model = model;
        this.least = Math.max(model.least(), EVEN);
        this.tooImprobable = String.format(Locale.ROOT, "; less probable than %.2f", least);
        this.suggestions = new Suggestions(vocabulary, model.habits());
        this.features = new SuggestionFeatures(model.habits());
    }

    /**
     * The most probable first. Chosen are those probable enough, further the subjects that several of the mentioned things are kinds
     * of, and two at most that sections are about: a reader looks for them, though few authors give them.
     *
     * @param mentions where the post mentions concepts of the vocabulary
     */
    public List<Candidate> suggest(PostWords post, List<Mention> mentions) {
        List<Suggestion> all = suggestions.of(post, mentions);
        float[][] rows = features.rows(post, all);
        double[] probabilities = model.probabilities(rows);
        List<Judged> judged = new ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) judged.add(new Judged(all.get(i), rows[i], probabilities[i]));
        judged.sort((a, b) -> Double.compare(b.probability, a.probability));
        List<Candidate> candidates = new ArrayList<>();
        int chosen = 0;
        int fromSections = 0;
        boolean sections = sections(post) <= MOST_SECTIONS;
        for (Judged one : judged) {
            Suggestion suggestion = one.suggestion;
            boolean probable = one.probability >= least;
            boolean common = one.probability >= LEAST_IN_COMMON
                    && isSubject(suggestion)
                    && suggestion.narrower() >= FEWEST_IN_COMMON;
            boolean section = one.probability >= LEAST_OF_SECTION
                    && sections
                    && isSubject(suggestion)
                    && isOfSection(post, suggestion)
                    && fromSections < MOST_FROM_SECTIONS;
            boolean choose = (probable || common || section) && isMeant(suggestion) && chosen < MOST_CHOSEN;
            if (choose) chosen++;
            if (choose && section && !probable && !common) fromSections++;
            if (choose || candidates.size() < MOST_TOLD && one.probability >= LEAST_TOLD)
                candidates.add(candidate(post, one, choose));
        }
        return candidates;
    }

    private static int sections(PostWords post) {
        int sections = 0;
        for (int at = post.headings().nextSetBit(0); at >= 0; sections++)
            at = post.headings().nextSetBit(post.headings().nextClearBit(at));
        return sections;
    }

    private static boolean isMeant(Suggestion suggestion) {
        return suggestion.gate() >= HARDLY;
    }

    /** Whether it is surely meant, said by the post itself, and no word of every post. */
    private static boolean isSubject(Suggestion suggestion) {
        return suggestion
                        .concept()
                        .filter(concept -> concept.kind() == Kind.SUBJECT)
                        .isPresent()
                && suggestion.count() > 0
                && suggestion.gate() >= SURE
                && suggestion.rarity() >= LEAST_RARITY;
    }

    /** A section has it in its short title, and the text says it too. */
    private static boolean isOfSection(PostWords post, Suggestion suggestion) {
        if (suggestion.inHeadings() == 0 || suggestion.count() == suggestion.inHeadings()) return false;
        for (Place place : suggestion.places()) {
            if (!post.headings().get(place.first())) continue;
            int start = post.headings().previousClearBit(place.first()) + 1;
            if (post.headings().nextClearBit(place.first()) - start <= LONGEST_SECTION_TITLE) return true;
        }
        return false;
    }

    private record Judged(Suggestion suggestion, float[] row, double probability) {}

    private Candidate candidate(PostWords post, Judged judged, boolean chosen) {
        Suggestion suggestion = judged.suggestion;
        return new Candidate(
                suggestion.slug(),
                suggestion.label(),
                suggestion.concept().isPresent() ? From.VOCABULARY : From.PROPOSED,
                Math.round(judged.probability * 1000) / 1000.0,
                chosen,
                reason(suggestion, chosen),
                scores(judged),
                evidence(post, suggestion));
    }

    private String reason(Suggestion suggestion, boolean chosen) {
        List<String> parts = new ArrayList<>();
        if (suggestion.inTitle()) parts.add("in the title");
        if (suggestion.count() > 0)
            parts.add(suggestion.count() == 1 ? "once in the text" : suggestion.count() + " times in the text");
        if (suggestion.inHeadings() > 0) parts.add("in a section title");
        if (suggestion.count() == 0 && !suggestion.inTitle())
            parts.add(suggestion.kin() + " narrower concepts are mentioned");
        else if (suggestion.narrower() > 0)
            parts.add("beside " + suggestion.narrower() + " things that are kinds of it");
        else if (suggestion.kin() > 0) parts.add("beside " + suggestion.kin() + " concepts of its kind");
        if (!suggestion.gateReason().isEmpty()) parts.add(suggestion.gateReason());
        String unmade = isMeant(suggestion) ? tooImprobable : "; another word in this place, hardly the name";
        return String.join(", ", parts) + (chosen ? "" : unmade);
    }

    /** By name the place in a row. */
    private static final Map<String, Integer> TOLD = Stream.of(
                    "gate", "kin", "count", "habit", "tagWord", "rarity", "score")
            .collect(Collectors.toUnmodifiableMap(name -> name, SuggestionFeatures.NAMES::indexOf));

    private static Map<String, Double> scores(Judged judged) {
        Map<String, Double> scores = new HashMap<>();
        TOLD.forEach((name, place) -> {
            double value = judged.row[place];
            if (value != 0) scores.put(name, Math.round(value * 1000) / 1000.0);
        });
        return scores;
    }

    private static List<Evidence> evidence(PostWords post, Suggestion suggestion) {
        List<Evidence> evidence = new ArrayList<>();
        if (!suggestion.said().isEmpty()) evidence.add(new Evidence(null, null, null, "title", suggestion.said()));
        Words text = post.text();
        for (Place place : suggestion
                .places()
                .subList(0, Math.min(MOST_EVIDENCE, suggestion.places().size()))) {
            evidence.add(Evidence.span(
                    text.startPoint(place.first()),
                    text.endPoint(place.last()),
                    text.written(place.first(), place.last())));
        }
        return evidence;
    }
}
