package dev.postwire.enrich.learn;

import dev.postwire.enrich.learn.Terms.Kind;
import dev.postwire.enrich.word.Stems;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds labels in posts: as they are spelled, written apart or together ({@code open source}, {@code opensource}), by the stems of
 * their words in any language of the posts, by some of their words, and by how long words begin. What stands in parentheses behind
 * a label tells it from others and is not looked for. Immutable, thread-safe.
 */
final class LabelIndex {
    private static final int MOST_WORDS = 6;
    private static final double ALL = 0.99;

    private final int[] words;
    private final int[] chars;
    private final LongLists exact;
    private final LongLists stems;
    private final LongLists parts;
    private final LongLists begins;
    private final LongLists singles;

    LabelIndex(List<String> labels, Collection<String> languages) {
        words = new int[labels.size()];
        chars = new int[labels.size()];
        Entries exactly = new Entries();
        Entries stemmed = new Entries();
        Entries partly = new Entries();
        Entries beginning = new Entries();
        Entries single = new Entries();
        List<Stems> stemmers = new ArrayList<>();
        for (String language : languages) stemmers.add(Stems.of(language));
        if (stemmers.isEmpty()) stemmers.add(Stems.of("und"));
        for (int label = 0; label < words.length; label++) {
            Words of = Words.of(bare(labels.get(label)));
            words[label] = of.size();
            if (of.size() == 0 || of.size() > MOST_WORDS) continue;
            int hash = 0;
            int length = 0;
            for (int i = 0; i < of.size(); i++) {
                hash = Hash.joined(hash, Hash.of(of.folded(i)), of.folded(i).length());
                length += of.folded(i).length();
            }
            chars[label] = length;
            exactly.add(Hash.key(hash, length), label);
            for (Stems stemmer : stemmers)
                addStems(of, stemmer, label, stemmed, of.size() > 1 ? partly : single, beginning);
        }
        exact = exactly.lists();
        stems = stemmed.lists();
        parts = partly.lists();
        begins = beginning.lists();
        singles = single.lists();
    }

    private static void addStems(
            Words of, Stems stemmer, int label, Entries stemmed, Entries partly, Entries beginning) {
        int hash = 0;
        int length = 0;
        for (int i = 0; i < of.size(); i++) {
            String stem = stemmer.stem(of.folded(i));
            int word = Hash.of(stem);
            hash = Hash.joined(hash, word, stem.length());
            length += stem.length();
            partly.add(Kind.WORD.term(word), label);
            if (of.size() == 1 && stem.length() > Tokens.BEGIN) {
                beginning.add(Kind.BEGIN.term(Hash.of(stem, Tokens.BEGIN)), label);
            }
        }
        stemmed.add(Hash.key(hash, length), label);
    }

    private static String bare(String label) {
        int open = label.indexOf('(');
        return open > 0 && label.endsWith(")") ? label.substring(0, open) : label;
    }

    int words(int label) {
        return words[label];
    }

    int chars(int label) {
        return chars[label];
    }

    /** By label; of labels that have nothing in common with the post there is none. */
    Map<Integer, Hit> hits(Reading post) {
        Map<Integer, Hit> hits = new HashMap<>();
        find(post.title(), true, hits);
        find(post.text(), false, hits);
        Terms terms = post.terms();
        for (int i = 0; i < terms.size(); i++) {
            int term = terms.terms()[i];
            Kind kind = Terms.kind(term);
            if (kind == Kind.WORD) for (int label : parts.get(term)) hit(hits, label).part += 1.0 / words[label];
            if (kind == Kind.BEGIN)
                for (int label : begins.get(term)) hit(hits, label).begins(terms.counts()[i]);
        }
        return hits;
    }

    /**
     * What can be told from a post's terms alone, once its text is gone: whether all words of a label are there.
     *
     * @param known labels not to look for
     */
    Map<Integer, Hit> roughHits(Terms terms, Set<Integer> known) {
        Map<Integer, Hit> hits = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            int term = terms.terms()[i];
            Kind kind = Terms.kind(term);
            if (kind == Kind.BEGIN)
                for (int label : begins.get(term)) hit(hits, label).begins(terms.counts()[i]);
            if (kind != Kind.WORD) continue;
            for (int label : parts.get(term)) hit(hits, label).part += 1.0 / words[label];
            for (int label : singles.get(term)) hit(hits, label).stem = terms.counts()[i];
        }
        for (Hit hit : hits.values()) if (hit.part > ALL) hit.stem = 1;
        hits.keySet().removeAll(known);
        return hits;
    }

    private void find(Tokens tokens, boolean title, Map<Integer, Hit> hits) {
        for (int from = 0; from < tokens.size(); from++) {
            int folded = 0;
            int foldedLength = 0;
            int stem = 0;
            int stemLength = 0;
            int end = Math.min(tokens.size(), from + MOST_WORDS);
            for (int to = from; to < end; to++) {
                folded = Hash.joined(folded, tokens.folded()[to], tokens.foldedLength(to));
                foldedLength += tokens.foldedLength(to);
                for (int label : exact.get(Hash.key(folded, foldedLength)))
                    hit(hits, label).found(title, true, from, to);
                stem = Hash.joined(stem, tokens.stems()[to], tokens.stemLength(to));
                stemLength += tokens.stemLength(to);
                for (int label : stems.get(Hash.key(stem, stemLength)))
                    hit(hits, label).found(title, false, from, to);
            }
        }
    }

    private static Hit hit(Map<Integer, Hit> hits, int label) {
        return hits.computeIfAbsent(label, Hit::new);
    }

    private static final class Entries {
        private long[] entries = new long[64];
        private int size;

        void add(long key, int label) {
            if (size == entries.length) entries = Arrays.copyOf(entries, size * 2);
            entries[size++] = key;
            entries[size++] = label;
        }

        LongLists lists() {
            return LongLists.of(entries, size);
        }
    }
}
