package dev.postwire.query.index;

import dev.postwire.query.index.InOrder.Placed;
import dev.postwire.query.index.PostSearch.Story;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The hits of one query in their order, from a place on; equals by their id. For one thread. */
final class Hits {
    /** How often more is read where posts were folded away, before a page is let be short. */
    private static final int ROUNDS = 8;

    private final IndexSearcher searcher;
    private final Query matching;
    private final Sort sort;
    private final Order order;

    /** What stands behind a place, or first. */
    @FunctionalInterface
    private interface Order {
        List<Placed> behind(Optional<Placed> place, int most) throws IOException;
    }

    Hits(IndexSearcher searcher, PostQueries.Asked asked, Sort sort) {
        this.searcher = searcher;
        this.matching = asked.query();
        this.sort = sort;
        InOrder words = new InOrder(searcher, asked.query(), sort);
        order = asked.near().isPresent() && sort == Sort.RELEVANCE
                ? new Nearness(searcher, words, asked.near().get())::behind
                : words::behind;
    }

    /**
     * @param key the score or the time it stands by
     * @param story what it stands for, where there are copies of it
     */
    record Hit(String id, Object key, Optional<Story> story) {
        private static Hit of(Placed placed) {
            return new Hit(placed.id(), placed.key(), Optional.empty());
        }
    }

    /** @param goesOn where the next page begins behind; absent on the last */
    record Read(List<Hit> hits, Optional<Hit> goesOn) {}

    /** Every post, those that say the same among them. */
    Read unfolded(Optional<Cursor> after, int limit) throws IOException {
        return read(after, limit, Optional.empty());
    }

    /** @param begun the last change that was seen when the first page was made; 0 for the first */
    Read folded(Optional<Cursor> after, int limit, long begun) throws IOException {
        return read(after, limit, Optional.of(new Folding(searcher, matching, begun)));
    }

    private Read read(Optional<Cursor> after, int limit, Optional<Folding> folding) throws IOException {
        List<Hit> hits = new ArrayList<>();
        Optional<Placed> last = after.map(this::place);
        for (int round = 1; round <= ROUNDS; round++) {
            List<Placed> found = order.behind(last, limit + 1);
            for (Placed one : found) {
                if (hits.size() == limit) return new Read(hits, last.map(Hit::of));
                if (folding.isEmpty()) hits.add(Hit.of(one));
                else if (folding.get().stands(one.doc())) hits.add(new Hit(one.id(), one.key(), told(one.doc())));
                last = Optional.of(one);
            }
            if (found.size() <= limit) return new Read(hits, Optional.empty());
        }
        return new Read(hits, last.map(Hit::of));
    }

    private Placed place(Cursor cursor) {
        boolean ranked = sort == Sort.RELEVANCE;
        Object key = ranked ? (Object) Float.intBitsToFloat(cursor.rank()) : (Object) cursor.position();
        return new Placed(Integer.MAX_VALUE, key, cursor.id());
    }

    /** Empty where it was alone all along, or is so by now. */
    private Optional<Story> told(int doc) throws IOException {
        Optional<String> story = Folding.story(searcher, doc);
        if (story.isEmpty()) return Optional.empty();
        int copies = searcher.count(new TermQuery(new Term(Fields.STORY, story.get()))) - 1;
        return copies < 1 ? Optional.empty() : Optional.of(new Story(story.get(), copies));
    }
}
