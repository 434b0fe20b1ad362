package dev.postwire.query.index;

import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Counts posts by what they have in common: exactly up to {@link #EXACT} posts, beyond by a share of them spread evenly, which is
 * said. Blocks the calling thread for some milliseconds. Safe for any number of threads.
 */
@Singleton
public class PostCounts {
    public static final int EXACT = 200_000;

    /** Counting fewer posts than these costs little. */
    private static final int MANY = 5_000;

    /** Answers that are kept, and the most values that one of them may have. */
    private static final int KEPT = 64;

    private static final int LONGEST_KEPT = 1_000;

    private final PostIndex index;
    private final PostSearch search;
    private final int exact;
    private final Map<Facet, ValueNumbers> numbers = new EnumMap<>(Facet.class);
    private final KeptCounts<FacetsOf, Counts> facets = new KeptCounts<>(KEPT);
    private final KeptCounts<TimelineOf, Timeline> timelines = new KeptCounts<>(KEPT);

    private record FacetsOf(PostQuery query, Set<Facet> facets, int most) {}

    private record TimelineOf(PostQuery query, Interval interval) {}

    @Inject
    PostCounts(PostIndex index, PostSearch search) {
        this(index, search, EXACT);
    }

    /** @param exact up to so many posts each is counted */
    PostCounts(PostIndex index, PostSearch search, int exact) {
        this.index = index;
        this.search = search;
        this.exact = exact;
        for (Facet facet : Facet.values()) numbers.put(facet, new ValueNumbers(facet.field()));
    }

    /** @param label as most posts write it; the value itself where there is but one way */
    public record Count(String value, String label, int posts) {}

    /** @param estimated true where only a share of the posts was looked at */
    public record Counts(Map<Facet, List<Count>> byFacet, boolean estimated) {}

    /** @param undated posts without a date of publication */
    public record Timeline(List<Count> bars, int undated, boolean estimated) {}

    /**
     * A page of tags.
     *
     * @param moved true where what the page before was counted of is no longer kept, so that tags may be missing or come again
     */
    public record Tags(List<Count> counts, Optional<Cursor> next, boolean estimated, boolean moved) {}

    /** A tag and those that posts have beside it, those first that belong to it more than chance would have it. */
    public record Neighbourhood(Count tag, List<Neighbour> neighbours, boolean estimated) {}

    /**
     * @param posts how many of those asked for have the neighbour at all
     * @param together how many have both
     * @param lift how many times as many that is as if the two had nothing to do with each other
     */
    public record Neighbour(String value, String label, int posts, int together, double lift) {}

    /** Each facet with its most frequent values, equals by their value. */
    public Counts facets(PostQuery query, Set<Facet> facets, int most) {
        FacetsOf question = new FacetsOf(query, Set.copyOf(facets), most);
        return index.ask((use, serving) ->
                this.facets.answer(use.searcher(), question, () -> counted(use.searcher(), question)));
    }

    private KeptCounts.Counted<Counts> counted(IndexSearcher searcher, FacetsOf question) throws IOException {
        Matched matched = Matched.by(searcher, search.matching(searcher, question.query()));
        int every = every(matched.posts());
        Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : question.facets()) {
            counts.put(facet, first(ValueCounts.of(values(facet, matched, every), every), question.most()));
        }
        int length = counts.values().stream().mapToInt(List::size).sum();
        return new KeptCounts.Counted<>(new Counts(counts, every > 1), worthKeeping(matched.posts(), length));
    }

    private Map<String, Integer> values(Facet facet, Matched matched, int every) throws IOException {
        if (facet != Facet.YEAR) return texts(facet, value -> true, matched, every);
        Counting.Dates years = new Counting.Dates(Interval.YEAR::of);
        matched.count(every, years);
        return years.counts();
    }

    private Map<String, Integer> texts(Facet facet, Predicate<String> wanted, Matched matched, int every)
            throws IOException {
        Counting.Texts texts = new Counting.Texts(facet.field(), numbers.get(facet), wanted);
        matched.count(every, texts);
        return texts.counts();
    }

    private static boolean worthKeeping(int posts, int length) {
        return posts >= MANY && length <= LONGEST_KEPT;
    }

    /**
     * Tags whose slug begins so, the most used first, equals by their slug: a page of them, as they were counted for the first page
     * where that is still kept.
     */
    public Tags tags(PostQuery query, String prefix, Optional<Cursor> after, int most) {
        return index.ask(after.map(Cursor::position).orElse(0L), (use, serving) -> {
            IndexSearcher searcher = use.searcher();
            Matched matched = Matched.by(searcher, search.matching(searcher, query));
            int every = every(matched.posts());
            List<Count> rest =
                    ValueCounts.of(texts(Facet.TAG, value -> value.startsWith(prefix), matched, every), every).stream()
                            .filter(tag -> after.isEmpty() || behind(tag, after.get()))
                            .limit(most + 1L)
                            .toList();
            List<Count> page = first(rest, most);
            Optional<Cursor> next = Optional.empty();
            if (rest.size() > most) {
                Count last = page.get(most - 1);
                next = Optional.of(new Cursor(last.posts(), serving.keep(searcher), last.value()));
            }
            return new Tags(page, next, every > 1, after.isPresent() && !use.asBefore());
        });
    }

    /** The count stands where other cursors have the score, the snapshot where they have it. */
    private static boolean behind(Count tag, Cursor place) {
        return tag.posts() < place.rank()
                || (tag.posts() == place.rank() && tag.value().compareTo(place.id()) > 0);
    }

    /**
     * Empty where no post has the tag. All is counted within the query: how many posts there are, how many have each tag, and how
     * many both.
     */
    public Optional<Neighbourhood> neighbours(PostQuery query, String slug, int most) {
        return index.ask((use, serving) -> {
            IndexSearcher searcher = use.searcher();
            Query having = search.matching(searcher, query.withTag(slug));
            Matched matched = Matched.by(searcher, having);
            int every = every(matched.posts());
            Map<Boolean, List<Count>> counts =
                    ValueCounts.of(texts(Facet.TAG, value -> true, matched, every), every).stream()
                            .collect(Collectors.partitioningBy(
                                    count -> count.value().equals(slug)));
            if (counts.get(true).isEmpty()) return Optional.empty();
            Count counted = counts.get(true).get(0);
            TagNeighbours neighbours = new TagNeighbours(searcher, search.matching(searcher, query), having);
            Count tag = new Count(counted.value(), counted.label(), neighbours.own());
            return Optional.of(new Neighbourhood(tag, neighbours.nearest(counts.get(false), most), every > 1));
        });
    }

    /** In the order of time. */
    public Timeline timeline(PostQuery query, Interval interval) {
        TimelineOf question = new TimelineOf(query, interval);
        return index.ask(
                (use, serving) -> timelines.answer(use.searcher(), question, () -> counted(use.searcher(), question)));
    }

    private KeptCounts.Counted<Timeline> counted(IndexSearcher searcher, TimelineOf question) throws IOException {
        Matched matched = Matched.by(searcher, search.matching(searcher, question.query()));
        int every = every(matched.posts());
        Counting.Dates dates = new Counting.Dates(question.interval()::of);
        matched.count(every, dates);
        List<Count> bars = new ArrayList<>();
        dates.counts().forEach((name, count) -> bars.add(new Count(name, name, count * every)));
        bars.sort(Comparator.comparing(Count::value));
        Timeline timeline = new Timeline(List.copyOf(bars), dates.undated() * every, every > 1);
        return new KeptCounts.Counted<>(timeline, worthKeeping(matched.posts(), bars.size()));
    }

    /** Of how many posts one is looked at. */
    private int every(int posts) {
        return Math.max(1, (posts + exact - 1) / exact);
    }

    private static List<Count> first(List<Count> counts, int most) {
        return List.copyOf(counts.subList(0, Math.min(most, counts.size())));
    }
}
