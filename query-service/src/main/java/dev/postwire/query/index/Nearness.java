package dev.postwire.query.index;

import dev.postwire.query.index.InOrder.Placed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * The best by the scores of their words, put in order once more by what stands near each other in them; behind them all others as they
 * were. To look for words side by side in all that has any of them takes longer than all else together, and moves hardly one that is
 * not among the best already. For one thread.
 */
final class Nearness {
    /** So many are looked at. */
    static final int BEST = 50;

    private static final Comparator<Placed> ORDER =
            Comparator.comparing((Placed one) -> (Float) one.key()).reversed().thenComparing(Placed::id);

    private final IndexSearcher searcher;
    private final InOrder words;
    private final Query near;
    private List<Placed> best;
    private Placed worst;

    Nearness(IndexSearcher searcher, InOrder words, Query near) {
        this.searcher = searcher;
        this.words = words;
        this.near = near;
    }

    /** At most so many, fewer only where there are no more. */
    List<Placed> behind(Optional<Placed> place, int most) throws IOException {
        if (best == null) look();
        List<Placed> behind = new ArrayList<>();
        for (Placed one : best) {
            if (behind.size() == most) return behind;
            if (place.isEmpty() || ORDER.compare(one, place.get()) > 0) behind.add(one);
        }
        if (best.size() < BEST || behind.size() == most) return behind;
        // Each of the best is worth as much as the worst of them was before, and so as much as all others.
        Placed last = place.filter(one -> ORDER.compare(one, worst) > 0).orElse(worst);
        behind.addAll(words.behind(Optional.of(last), most - behind.size()));
        return behind;
    }

    private void look() throws IOException {
        List<Placed> found = new ArrayList<>(words.behind(Optional.empty(), BEST));
        if (!found.isEmpty()) worst = found.get(found.size() - 1);
        found.sort(Comparator.comparingInt(Placed::doc));
        Weight weight = searcher.createWeight(searcher.rewrite(near), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = null;
        Scorer scorer = null;
        for (int i = 0; i < found.size(); i++) {
            Placed one = found.get(i);
            LeafReaderContext its = leaves.get(ReaderUtil.subIndex(one.doc(), leaves));
            if (its != leaf) scorer = weight.scorer(its);
            leaf = its;
            if (scorer == null) continue;
            int doc = one.doc() - its.docBase;
            if (scorer.docID() < doc) scorer.iterator().advance(doc);
            if (scorer.docID() == doc)
                found.set(i, new Placed(one.doc(), (Float) one.key() + scorer.score(), one.id()));
        }
        found.sort(ORDER);
        best = found;
    }
}
