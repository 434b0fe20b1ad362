package dev.postwire.query.index;

import dev.postwire.query.index.PostCounts.Count;
import dev.postwire.query.index.PostCounts.Neighbour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The tags that posts have beside one tag, those first that belong to it more than chance would have it. For one question. */
final class TagNeighbours {
    /** Counted exactly beside those that are shown, for their order is known only then. */
    private static final int MORE_COUNTED = 30;

    private final IndexSearcher searcher;
    private final Query within;
    private final Query having;
    private final int own;
    private final double spread;

    /**
     * @param within the posts that are looked at
     * @param having those of them that have the tag
     */
    TagNeighbours(IndexSearcher searcher, Query within, Query having) throws IOException {
        this.searcher = searcher;
        this.within = within;
        this.having = having;
        this.own = searcher.count(having);
        this.spread = (double) searcher.count(within) / Math.max(1, own);
    }

    /** How many posts have the tag. */
    int own() {
        return own;
    }

    /** @param beside how many of the posts that have the tag have each other, about */
    List<Neighbour> nearest(List<Count> beside, int most) throws IOException {
        List<Neighbour> neighbours = new ArrayList<>();
        for (Count count : likely(beside, most)) {
            int posts = searcher.count(both(within, count.value()));
            int together = searcher.count(both(having, count.value()));
            double lift = spread * together / Math.max(1, posts);
            neighbours.add(
                    new Neighbour(count.value(), count.label(), posts, together, Math.round(lift * 100) / 100.0));
        }
        neighbours.sort(Comparator.comparingDouble((Neighbour one) -> -near(one.together(), one.lift()))
                .thenComparing(Neighbour::value));
        return List.copyOf(neighbours.subList(0, Math.min(most, neighbours.size())));
    }

    /**
     * Those that are counted: some more than are shown, the nearest by how often a tag is used in the whole index, which costs
     * nothing to know but takes no filter and counts what was replaced until it is merged away.
     */
    private List<Count> likely(List<Count> beside, int most) throws IOException {
        Map<String, Double> nearness = new HashMap<>();
        for (Count count : beside) {
            int posts = searcher.getIndexReader().docFreq(new Term(Fields.TAG, count.value()));
            nearness.put(count.value(), near(count.posts(), spread * count.posts() / Math.max(1, posts)));
        }
        return beside.stream()
                .sorted(Comparator.comparingDouble((Count count) -> -nearness.get(count.value()))
                        .thenComparing(Count::value))
                .limit(most + MORE_COUNTED)
                .toList();
    }

    private static double near(int together, double lift) {
        return together * Math.log(1 + lift);
    }

    private static Query both(Query posts, String slug) {
        return new BooleanQuery.Builder()
                .add(posts, Occur.FILTER)
                .add(new TermQuery(new Term(Fields.TAG, slug)), Occur.FILTER)
                .build();
    }
}
