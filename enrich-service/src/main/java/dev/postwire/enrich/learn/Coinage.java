package dev.postwire.enrich.learn;

import dev.postwire.enrich.learn.Terms.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Words of a post that are no tags yet and may become some: authors tag what is new to their site by what they call it. Those of
 * the title, and those that stand out in the text.
 */
final class Coinage {
    private static final int LONGEST = 3;
    private static final int LONGEST_IN_TEXT = 2;
    private static final int MOST_FROM_TEXT = 12;
    private static final int FEWEST_CHARS = 2;
    private static final double COMMON = 0.05;

    /** What is known of some words in question; the order is part of the model's bytes. */
    enum Feature {
        IN_TITLE,
        TITLE_PLACE,
        TITLE_WORDS,
        WORDS,
        CHARS,
        TIMES,
        STEM_TIMES,
        POSTS,
        PAIR_POSTS,
        BEGIN_POSTS,
        CAPITALISED,
        ALL_CAPITALS,
        MIXED,
        FIRST,
        POST_WORDS,
        RANK,
        IN_LABELS,
        NAMED,
        BEST_LINEAR;

        static final int COUNT = values().length;
    }

    /** Words in question. */
    static final class Words {
        final long key;
        final int first;
        final int last;
        final boolean inTitle;
        final float[] features = new float[Feature.COUNT];
        private int times;
        private int capitalised;
        private int unforced;
        private double weight;

        private Words(long key, int first, int last, boolean inTitle) {
            this.key = key;
            this.first = first;
            this.last = last;
            this.inTitle = inTitle;
        }

        int size() {
            return last - first + 1;
        }

        private void set(Feature feature, double value) {
            features[feature.ordinal()] = (float) value;
        }
    }

    private final SiteIndex site;
    private final Reading post;
    private final IntPredicate known;
    /** 1 where the post is one of the site's own, whose own use of a word does not count. */
    private final int own;

    private final Map<Integer, Integer> counts = new HashMap<>();

    private Coinage(SiteIndex site, Reading post, int own, IntPredicate known) {
        this.site = site;
        this.post = post;
        this.own = own;
        this.known = known;
        for (int i = 0; i < post.terms().size(); i++)
            counts.put(post.terms().terms()[i], (int) post.terms().counts()[i]);
    }

    /**
     * @param self the post's number in the index, -1 where it is not there
     * @param named how many known labels the post names
     */
    static List<Words> of(SiteIndex site, Reading post, int self, int named, float[] linear) {
        return new Coinage(site, post, self < 0 ? 0 : 1, label -> site.uses(label, self) > 0).all(named, linear);
    }

    private List<Words> all(int named, float[] linear) {
        Map<Long, Words> all = new LinkedHashMap<>();
        find(post.title(), true, LONGEST, all);
        int inTitle = all.size();
        find(post.text(), false, LONGEST_IN_TEXT, all);
        List<Words> found = new ArrayList<>(all.values());
        List<Words> text = found.subList(inTitle, found.size());
        text.removeIf(words -> words.size() > 1 && words.times < 2);
        text.sort(Comparator.comparingDouble(words -> -words.weight));
        List<Words> kept = new ArrayList<>(found.subList(0, inTitle));
        kept.addAll(text.subList(0, Math.min(MOST_FROM_TEXT, text.size())));
        List<Words> byWeight = new ArrayList<>(kept);
        byWeight.sort(Comparator.comparingDouble(words -> -words.weight));
        float best = Float.NEGATIVE_INFINITY;
        for (float score : linear) if (score > best) best = score;
        for (Words words : kept) {
            complete(words);
            words.set(Feature.RANK, byWeight.indexOf(words));
            words.set(Feature.NAMED, named);
            words.set(Feature.BEST_LINEAR, Math.max(-2, best));
        }
        return kept;
    }

    private void find(Tokens tokens, boolean title, int longest, Map<Long, Words> all) {
        for (int from = 0; from < tokens.size(); from++) {
            int folded = 0;
            int length = 0;
            int stem = 0;
            int stemLength = 0;
            int end = Math.min(tokens.size(), from + longest);
            for (int to = from; to < end; to++) {
                if (to > from && !tokens.is(to, Tokens.JOINS_PREVIOUS)) break;
                if (to > from && !title && !(isName(tokens, from) && isName(tokens, to))) break;
                folded = Hash.joined(folded, tokens.folded()[to], tokens.foldedLength(to));
                length += tokens.foldedLength(to);
                stem = Hash.joined(stem, tokens.stems()[to], tokens.stemLength(to));
                stemLength += tokens.stemLength(to);
                long key = Hash.key(folded, length);
                Words words = all.get(key);
                if (words == null) {
                    if (!mayBeTag(tokens, from, to, length, title)) continue;
                    if (site.labels.isKnown(key, Hash.key(stem, stemLength), known)) continue;
                    words = new Words(key, from, to, title);
                    words.weight = rarity(tokens, from, to);
                    all.put(key, words);
                }
                count(words, tokens, from, title);
            }
        }
    }

    private static boolean isName(Tokens tokens, int word) {
        return tokens.is(word, Tokens.CAPITALISED) && !tokens.is(word, Tokens.SENTENCE_START);
    }

    private boolean mayBeTag(Tokens tokens, int from, int to, int length, boolean title) {
        if (length < FEWEST_CHARS || !tokens.is(from, Tokens.HAS_LETTER)) return false;
        if (title && to > from) return true;
        return posts(Kind.WORD.term(tokens.stems()[from])) <= Math.max(2, site.size() * COMMON);
    }

    private void count(Words words, Tokens tokens, int from, boolean title) {
        if (title) return;
        if (words.times == 0) words.set(Feature.FIRST, from);
        words.times++;
        if (!tokens.is(from, Tokens.SENTENCE_START)) {
            words.unforced++;
            if (tokens.is(from, Tokens.CAPITALISED)) words.capitalised++;
        }
        if (!words.inTitle) words.weight = rarity(tokens, from, from) * (1 + Math.log(words.times));
    }

    private double rarity(Tokens tokens, int from, int to) {
        double rarest = 0;
        for (int i = from; i <= to; i++) {
            rarest = Math.max(rarest, Math.log((site.size() + 1.0) / (1 + posts(Kind.WORD.term(tokens.stems()[i])))));
        }
        return rarest;
    }

    /** In how many other posts a term is; terms of single posts are not known to the index. */
    private int posts(int term) {
        int id = site.terms.id(term);
        int others = id < 0 ? 0 : site.terms.count(id) - own;
        return others < 2 ? 0 : others;
    }

    private void complete(Words words) {
        Tokens tokens = words.inTitle ? post.title() : post.text();
        int fewest = Integer.MAX_VALUE;
        int begins = 0;
        int labels = 0;
        int stems = Integer.MAX_VALUE;
        for (int i = words.first; i <= words.last; i++) {
            int term = Kind.WORD.term(tokens.stems()[i]);
            fewest = Math.min(fewest, posts(term));
            labels = Math.max(labels, site.labels.labelsWith(term));
            stems = Math.min(stems, counts.getOrDefault(term, 0));
            if (tokens.begins()[i] != 0) begins = Math.max(begins, posts(Kind.BEGIN.term(tokens.begins()[i])));
        }
        words.set(Feature.IN_TITLE, words.inTitle ? 1 : 0);
        words.set(Feature.TITLE_PLACE, words.inTitle ? words.first : -1);
        words.set(Feature.TITLE_WORDS, post.title().size());
        words.set(Feature.WORDS, words.size());
        words.set(Feature.CHARS, words.key >>> Integer.SIZE);
        words.set(Feature.TIMES, words.times);
        words.set(Feature.STEM_TIMES, stems);
        words.set(Feature.POSTS, fewest * 1000.0 / site.size());
        words.set(Feature.PAIR_POSTS, words.size() == 1 ? 0 : posts(Kind.PAIR.term(Reading.pair(tokens, words.last))));
        words.set(Feature.BEGIN_POSTS, begins * 1000.0 / site.size());
        boolean capital = tokens.is(words.first, Tokens.CAPITALISED);
        words.set(
                Feature.CAPITALISED,
                words.unforced == 0 ? capital ? 0.5 : 0 : words.capitalised / (double) words.unforced);
        words.set(Feature.ALL_CAPITALS, tokens.is(words.first, Tokens.ALL_CAPITALS) ? 1 : 0);
        words.set(Feature.MIXED, tokens.is(words.first, Tokens.MIXED) ? 1 : 0);
        if (words.times == 0) words.set(Feature.FIRST, words.inTitle ? -1 : Hit.NOWHERE);
        words.set(Feature.POST_WORDS, post.words());
    }

    /** The rows of a post of the index, and which of them its author made tags that no other part of the posts has. */
    static RankerTraining.Post rows(SiteIndex site, Reading post, int number, float[] linear) {
        TaggedPost tagged = site.posts[number];
        Set<Long> wanted = new HashSet<>();
        for (int label : tagged.labels()) wanted.add(site.labels.key(label));
        int named = (int) Arrays.stream(tagged.hits())
                .filter(Hit::isWhole)
                .filter(hit -> site.uses(hit.label, number) > 0)
                .count();
        List<float[]> rows = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Words words : of(site, post, number, named, linear)) {
            rows.add(words.features);
            right.add(wanted.contains(words.key));
        }
        return new RankerTraining.Post(number, rows, right, tagged.labels().length);
    }

    /** Whether the tags that posts write as several words are more often written as one than as several. */
    static boolean joins(SiteIndex site, List<Gathered> posts) {
        int joined = 0;
        int apart = 0;
        for (int number = 0; number < site.size(); number++) {
            if (!posts.get(number).isFresh()) continue;
            Reading post = posts.get(number).reading().orElseThrow();
            Map<Long, Integer> apartInPost = new HashMap<>();
            phrases(post.title(), apartInPost);
            phrases(post.text(), apartInPost);
            for (int label : site.posts[number].labels()) {
                if (!apartInPost.containsKey(site.labels.key(label))) continue;
                if (site.labels.words(label) == 1) joined++;
                else apart++;
            }
        }
        return joined > apart;
    }

    private static void phrases(Tokens tokens, Map<Long, Integer> phrases) {
        for (int i = 1; i < tokens.size(); i++) {
            int hash = Hash.joined(tokens.folded()[i - 1], tokens.folded()[i], tokens.foldedLength(i));
            phrases.put(Hash.key(hash, tokens.foldedLength(i - 1) + tokens.foldedLength(i)), i);
        }
    }
}
