package dev.postwire.query.index;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;

/**
 * Looks for many terms at once: in each segment field by field and in their order, which takes a fraction of looking for one after the
 * other in all segments.
 */
final class TermLookup {
    private TermLookup() {}

    /** What is known of each; terms that no post has are not in it. */
    static Map<Term, TermStates> of(IndexSearcher searcher, Collection<Term> terms) throws IOException {
        Map<String, TreeSet<Term>> byField = new TreeMap<>();
        for (Term term : terms)
            byField.computeIfAbsent(term.field(), field -> new TreeSet<>()).add(term);
        Map<Term, TermStates> found = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (var field : byField.entrySet()) {
                Terms there = leaf.reader().terms(field.getKey());
                if (there != null) find(searcher, leaf, there.iterator(), field.getValue(), found);
            }
        }
        return found;
    }

    private static void find(
            IndexSearcher searcher,
            LeafReaderContext leaf,
            TermsEnum there,
            Collection<Term> terms,
            Map<Term, TermStates> found)
            throws IOException {
        for (Term term : terms) {
            if (!there.seekExact(term.bytes())) continue;
            found.computeIfAbsent(term, one -> new TermStates(searcher.getTopReaderContext()))
                    .register(there.termState(), leaf.ord, there.docFreq(), there.totalTermFreq());
        }
    }
}
