package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells of each label that stands in a post how sure it is that its concept is meant. First by itself: a name that is no common
 * word is sure as it is written, less so in other case; a name that is a common word ({@code Go}, {@code Box}) counts only with
 * its capital, and little where that may have another cause. Then by company: what related concepts, code or a version number
 * speak for is surer. Last by one sense a post: what is meant once is meant again. Used by one thread.
 */
final class Gate {
    /** From here a mention speaks for others. */
    private static final double SURE = 0.75;
    /** Below, a word is hardly a name as it stands there; for a frequent one only what speaks for it directly counts. */
    private static final double HARDLY = 0.15;
    /** What a sure concept's other mentions in its own case are raised to. */
    private static final double ONE_SENSE = 0.7;
    /** The same where a common word begins a sentence. */
    private static final double ONE_SENSE_UNTOLD = 0.45;

    private final Lexicon lexicon;
    private final Names names;
    private final Surroundings around;
    private final boolean german;
    /** Labels that the text has in small letters as well. */
    private final Set<Integer> alsoSmall = new HashSet<>();

    private final Map<Integer, Integer> alone = new HashMap<>();

    Gate(Lexicon lexicon, PostWords post) {
        this.lexicon = lexicon;
        this.names = lexicon.names();
        this.around = new Surroundings(post);
        this.german = SkosHandler.primary(post.language()).equals("de");
    }

    private record Verdict(double gate, String reason) {}

    /** Common words in small letters are left out: nobody would ask why. */
    List<Mention> weigh(List<Hit> hits) {
        for (Hit hit : hits) count(hit);
        List<Verdict> verdicts = new ArrayList<>(hits.size());
        Context context = new Context(lexicon);
        for (Hit hit : hits) {
            Verdict verdict = alone(hit);
            if (verdict.gate() >= SURE) context.add(hit.concept());
            verdicts.add(verdict);
        }
        Context all = new Context(lexicon);
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = inCompany(hits.get(i), verdicts.get(i), context);
            if (verdict.gate() >= SURE) all.add(hits.get(i).concept());
            verdicts.set(i, verdict);
        }
        List<Mention> mentions = new ArrayList<>(hits.size());
        for (int i = 0; i < verdicts.size(); i++) add(mentions, hits.get(i), verdicts.get(i), all);
        return mentions;
    }

    private void count(Hit hit) {
        if (around.isSmall(hit)) alsoSmall.add(hit.label());
        else if (around.capitalTells(hit) && !around.isPartOfName(hit)) alone.merge(hit.label(), 1, Integer::sum);
    }

    private void add(List<Mention> mentions, Hit hit, Verdict verdict, Context context) {
        boolean common = names.is(hit.label(), Names.COMMON);
        boolean exact = isExact(hit);
        if (verdict.gate() == 0 && !exact) return;
        double gate = verdict.gate();
        String reason = verdict.reason();
        boolean again = exact && context.means(hit.concept()) && !around.isInitial(hit) && !isPartOfLongerName(hit);
        double raised = common && !around.capitalTells(hit) ? ONE_SENSE_UNTOLD : ONE_SENSE;
        if (again && gate > 0 && gate < raised && !(common && around.isSmall(hit))) {
            gate = raised;
            reason = "it is meant elsewhere in the post";
        }
        mentions.add(new Mention(
                lexicon.concept(hit.concept()),
                hit.inTitle(),
                hit.first(),
                hit.last(),
                names.is(hit.label(), Names.PREFERRED),
                names.is(hit.label(), Names.HIDDEN),
                exact,
                gate,
                reason));
    }

    private boolean isExact(Hit hit) {
        return !hit.stemmed() && names.isWritten(hit.label(), around.words(hit), hit.first(), hit.last());
    }

    private boolean isPartOfLongerName(Hit hit) {
        return names.length(hit.label()) == 1 && around.isPartOfName(hit);
    }

    private Verdict alone(Hit hit) {
        Kind kind = kind(hit);
        if (around.isInAddress(hit)) return new Verdict(0.1, "part of an address");
        if (names.is(hit.label(), Names.ACRONYM)) return acronym(hit, kind);
        return kind == Kind.SUBJECT ? subject(hit) : name(hit, kind);
    }

    private Kind kind(Hit hit) {
        return lexicon.concept(hit.concept()).kind();
    }

    private Verdict subject(Hit hit) {
        boolean phrase = names.length(hit.label()) > 1;
        boolean common = names.is(hit.label(), Names.COMMON);
        double gate = phrase ? 0.9 : common ? 0.5 : 0.8;
        String reason = phrase ? "a phrase of its own" : common ? "a common word" : "a word of its own";
        if (hit.stemmed()) gate -= 0.1;
        if (hit.foreign()) gate *= phrase ? 0.9 : 0.7;
        if (around.inCode(hit)) return new Verdict(gate * 0.3, "in code");
        boolean partOfName =
                !german && !phrase && !around.isSmall(hit) && around.capitalTells(hit) && around.isPartOfName(hit);
        if (partOfName) return new Verdict(gate * 0.5, "part of a name");
        return new Verdict(gate, reason);
    }

    /** {@code CSS}, {@code WHO}, {@code C}: capitals or nothing, where small letters make another word. */
    private Verdict acronym(Hit hit, Kind kind) {
        boolean common = names.is(hit.label(), Names.COMMON);
        boolean exact = isExact(hit);
        boolean letter = letters(hit) == 1;
        if (letter) return letter(hit, exact);
        boolean thing = kind == Kind.SUBJECT || kind == Kind.SOFTWARE;
        if (!common && exact) return new Verdict(0.92, "an abbreviation");
        if (!common) return new Verdict(thing ? 0.7 : 0.15, "an abbreviation in other case");
        if (!exact) return new Verdict(0, "another word in this case");
        if (around.isShouted(hit)) return new Verdict(0.2, "all around is in capitals");
        return new Verdict(0.6, "an abbreviation that may stand for more");
    }

    private Verdict letter(Hit hit, boolean exact) {
        if (!exact || around.isInitial(hit)) return new Verdict(0, "an initial, or another word in this case");
        return new Verdict(around.capitalTells(hit) ? 0.16 : 0.1, "a single letter");
    }

    private int letters(Hit hit) {
        Words words = around.words(hit);
        return words.end(hit.last()) - words.start(hit.first());
    }

    private Verdict name(Hit hit, Kind kind) {
        if (hit.stemmed()) return stemmedName(hit);
        boolean exact = isExact(hit);
        boolean small = around.isSmall(hit);
        if (names.is(hit.label(), Names.PECULIAR)) {
            boolean sure = exact || !names.is(hit.label(), Names.COMMON);
            return new Verdict(exact ? 0.95 : sure ? 0.88 : 0.3, "nothing else is written like it");
        }
        if (names.is(hit.label(), Names.COMMON)) return commonName(hit, exact, small);
        if (exact) return exactName(hit);
        if (!small) return new Verdict(isPartOfLongerName(hit) ? 0.55 : 0.85, "a name in other case");
        boolean phrase = names.length(hit.label()) > 1;
        boolean thing = kind == Kind.SOFTWARE || kind == Kind.EVENT;
        return new Verdict(phrase ? 0.5 : thing ? 0.45 : 0.2, "a name in small letters");
    }

    private Verdict exactName(Hit hit) {
        boolean person = kind(hit) == Kind.PERSON || kind(hit) == Kind.PLACE;
        if (person && names.length(hit.label()) == 1 && around.isBeforeName(hit))
            return new Verdict(0.4, "the beginning of a longer name");
        if (person && isPartOfLongerName(hit)) return new Verdict(0.5, "part of a longer name");
        if (around.inCode(hit)) return new Verdict(0.6, "in code");
        return new Verdict(0.95, "a name of its own");
    }

    /** Other forms of names are of languages that have cases; a capital must be kept. */
    private Verdict stemmedName(Hit hit) {
        if (around.isSmall(hit)) return new Verdict(0, "another word in this case");
        boolean common = names.is(hit.label(), Names.COMMON);
        if (common || letters(hit) < 4) return new Verdict(0.1, "another form of a common word");
        return new Verdict(isPartOfLongerName(hit) ? 0.4 : 0.75, "another form of the name");
    }

    private Verdict commonName(Hit hit, boolean exact, boolean small) {
        if (small) return smallName(hit);
        if (around.inCode(hit)) return new Verdict(0.1, "a common word in code");
        if (names.length(hit.label()) > 1) return new Verdict(exact ? 0.8 : 0.4, "common words with capitals");
        if (around.isCued(hit, kind(hit))) return new Verdict(0.85, "what stands beside it tells what it is");
        boolean tells = around.capitalTells(hit);
        if (around.isSeason(hit)) return new Verdict(0, "a time of the year");
        if (isPartOfLongerName(hit)) return new Verdict(tells ? 0.2 : 0.05, "a common word in a longer name");
        if (!tells) return new Verdict(0.1, "a common word whose capital says nothing");
        double gate = letters(hit) <= 2 ? 0.55 : 0.65;
        if (alsoSmall.contains(hit.label())) gate -= 0.15;
        if (alone.getOrDefault(hit.label(), 0) > 1) gate += 0.1;
        if (german || names.is(hit.label(), Names.FREQUENT))
            gate -= 0.2; // a noun, or the capital of a name like Internet of Things
        return new Verdict(Math.min(gate, 0.74), "a common word with a capital");
    }

    /** {@code written in go}, below which stands code in Go; {@code the go compiler}. */
    private Verdict smallName(Hit hit) {
        boolean software = kind(hit) == Kind.SOFTWARE && !hit.foreign() && letters(hit) > 1 && !around.inCode(hit);
        if (software && around.isIn(hit) && around.isCodeOf(lexicon.concept(hit.concept())))
            return new Verdict(0.85, "code in it stands in the post");
        if (software && around.isCued(hit, Kind.SOFTWARE))
            return new Verdict(0.6, "what stands beside it tells what it is");
        return new Verdict(names.is(hit.label(), Names.CAPITALS) ? 0 : 0.15, "a common word");
    }

    private Verdict inCompany(Hit hit, Verdict alone, Context context) {
        Kind kind = kind(hit);
        if (kind == Kind.SUBJECT && !names.is(hit.label(), Names.ACRONYM)) return alone;
        if (alone.gate() >= SURE || alone.gate() == 0) return alone;
        double support = alone.gate() < HARDLY && names.is(hit.label(), Names.FREQUENT)
                ? context.directSupport(hit.concept())
                : company(hit, kind, context);
        if (support < 0.3) return alone;
        double share = Math.min(1, support / 1.2);
        double most = isPartOfLongerName(hit) ? 0.6 : 0.95;
        double gate = alone.gate() + (most - alone.gate()) * share * weight(alone.gate());
        return new Verdict(Math.max(gate, alone.gate()), "what else the post names speaks for it");
    }

    private double company(Hit hit, Kind kind, Context context) {
        boolean technical = kind == Kind.SOFTWARE && (around.hasCode() || context.isTechnical());
        return context.support(hit.concept()) + (technical ? 0.3 : 0);
    }

    /** How much company can do: nearly nothing for what is hardly a name as it stands there. */
    private static double weight(double alone) {
        return alone < HARDLY ? 0.7 : alone < 0.4 ? 0.75 : 1;
    }
}
