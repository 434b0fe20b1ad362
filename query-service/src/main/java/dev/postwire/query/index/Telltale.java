package dev.postwire.query.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * A word that says what a post is about: it stands there more often than elsewhere.
 *
 * @param term as it is in the index
 * @param word as the post writes it
 * @param weight tf-idf, the frequency by its root
 */
record Telltale(Term term, String word, double weight) {
    /** Too rare to be shared by many, and mostly a slip of the pen. */
    private static final int LEAST_POSTS = 2;

    /** What stands in more than this share of all posts says little and costs much to look for. */
    private static final double MOST_POSTS = 0.1;

    private static final int LONGEST_TEXT = 20_000;

    private static final class Seen {
        private int times;
        private String word;
    }

    /** The heaviest first. */
    static List<Telltale> of(IndexSearcher searcher, Analyzer analyzer, String field, IndexedPost post, int most)
            throws IOException {
        Map<String, Seen> seen = new HashMap<>();
        // The title counts twice, as it does in the index.
        post.title().ifPresent(title -> {
            count(analyzer, field, title, seen);
            count(analyzer, field, title, seen);
        });
        String text = post.text();
        count(analyzer, field, text.substring(0, Math.min(text.length(), LONGEST_TEXT)), seen);
        double posts = Math.max(1, searcher.getIndexReader().getDocCount(field));
        Map<String, Integer> frequencies = new HashMap<>();
        for (String term : seen.keySet()) {
            frequencies.put(term, searcher.getIndexReader().docFreq(new Term(field, term)));
        }
        return seen.entrySet().stream()
                .filter(one -> {
                    int frequency = frequencies.get(one.getKey());
                    return frequency >= LEAST_POSTS && frequency <= Math.max(LEAST_POSTS, MOST_POSTS * posts);
                })
                .map(one -> new Telltale(
                        new Term(field, one.getKey()),
                        one.getValue().word,
                        Math.sqrt(one.getValue().times) * Math.log(1 + posts / frequencies.get(one.getKey()))))
                .sorted(Comparator.comparingDouble(Telltale::weight).reversed().thenComparing(Telltale::term))
                .limit(most)
                .toList();
    }

    private static void count(Analyzer analyzer, String field, String text, Map<String, Seen> seen) {
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                Seen one = seen.computeIfAbsent(term.toString(), key -> new Seen());
                one.times++;
                if (one.word == null) one.word = text.substring(place.startOffset(), place.endOffset());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
