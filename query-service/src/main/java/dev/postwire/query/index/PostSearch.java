package dev.postwire.query.index;

import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import dev.postwire.query.search.Words;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Finds posts in the index. Blocks the calling thread for some milliseconds. Safe for any number of threads. */
@Singleton
public class PostSearch {
    /** How far posts that have some of the words are counted; beyond, it is said that there are at least as many. */
    public static final int COUNTED = 10_000;

    private static final String RELAXED = "Nothing has all that was quoted or marked with +. These have some of it.";

    private final PostIndex index;
    private final PostQueries queries;

    PostSearch(PostIndex index, Languages languages) {
        this.index = index;
        this.queries = new PostQueries(languages);
    }

    /**
     * Which posts, in which order.
     *
     * @param stories of those that stand for others, by their id
     * @param total exact unless {@code more}; those that were folded away count
     * @param more true where there are more than were counted
     * @param answered what they answer, with what was not done as it was asked
     * @param suggestions what may have been meant, where nothing was found
     */
    public record Found(
            List<String> ids,
            Map<String, Story> stories,
            Optional<Cursor> next,
            int total,
            boolean more,
            Answered answered,
            List<String> suggestions) {
        public Found {
            ids = List.copyOf(ids);
            stories = Map.copyOf(stories);
            suggestions = List.copyOf(suggestions);
        }

        public List<String> notes() {
            return answered.notes();
        }

        private Found suggesting(List<String> meant) {
            return new Found(ids, stories, next, total, more, answered, meant);
        }
    }

    /**
     * What a post of a folded list stands for.
     *
     * @param id of the post that tells it best, whether it answers the query or not
     * @param copies how many other posts tell it, whether they answer the query or not
     */
    public record Story(String id, int copies) {}

    /**
     * A query that was answered in place of the one that was asked, or that one.
     *
     * @param notes what was not done as it was asked
     */
    public record Answered(PostQuery query, List<String> notes) {
        public Answered {
            notes = List.copyOf(notes);
        }
    }

    /** Where nothing has all that is demanded, what has some of it is found instead, with a note. */
    public Found search(PostQuery query, Optional<Cursor> after, int limit) {
        long snapshot =
                query.sort() == Sort.RELEVANCE ? after.map(Cursor::position).orElse(0L) : 0;
        // Before a searcher is taken, which sees as much or more.
        long visible = index.state().visible();
        return paged(query, snapshot, (use, serving) -> {
            Answered asked = new Answered(query, query.words().notes());
            Found found = page(use, serving, asked, new Place(after, visible, limit));
            if (found.total() > 0 || query.words().isEmpty()) return found;
            Optional<Answered> relaxed = relaxed(query);
            if (relaxed.isPresent()) {
                Found some = page(use, serving, relaxed.get(), new Place(after, visible, limit));
                if (some.total() > 0) return some;
            }
            return found.suggesting(new Suggestions(use.searcher(), queries.present(use.searcher())).of(query.words()));
        });
    }

    /** Only what is sorted by scores, which every post that comes changes, needs pages of one moment. */
    private Found paged(PostQuery query, long snapshot, PostIndex.Question<Found> question) {
        return query.sort() == Sort.RELEVANCE
                ? index.page(snapshot, found -> found.next().isPresent(), question)
                : index.ask(question);
    }

    /** The query that {@link #search} finds posts by: so that what is counted is what is found. */
    public Answered answered(PostQuery query) {
        Answered asked = new Answered(query, query.words().notes());
        if (query.words().isEmpty()) return asked;
        return index.ask((use, serving) -> {
            PostQueries.Asked strict = queries.matching(use.searcher(), query);
            Optional<Answered> relaxed = relaxed(query);
            if (relaxed.isPresent() && none(use.searcher(), strict.query())) {
                PostQueries.Asked some =
                        queries.matching(use.searcher(), relaxed.get().query());
                if (!none(use.searcher(), some.query())) return noted(relaxed.get(), some.notes());
            }
            return noted(asked, strict.notes());
        });
    }

    private static boolean none(IndexSearcher searcher, Query query) throws IOException {
        return MatchCount.upTo(0, searcher, query).exact();
    }

    private static Optional<Answered> relaxed(PostQuery query) {
        Words relaxed = query.words().withoutDemands();
        if (relaxed.equals(query.words())) return Optional.empty();
        return Optional.of(
                noted(new Answered(query.withWords(relaxed), query.words().notes()), List.of(RELAXED)));
    }

    private static Answered noted(Answered answered, List<String> more) {
        List<String> notes = new ArrayList<>(answered.notes());
        notes.addAll(more);
        return new Answered(answered.query(), notes);
    }

    /** Which page. */
    private record Place(Optional<Cursor> after, long visible, int limit) {
        /** Where pages stand by time, the change their first one was made at: its lower half, which tells it from its neighbours. */
        long begun(Sort sort) {
            if (after.isEmpty() || sort == Sort.RELEVANCE || after.get().rank() == 0) return 0;
            return visible + ((after.get().rank() - (int) visible));
        }
    }

    private Found page(Serving.Use use, Serving serving, Answered asked, Place place) throws IOException {
        PostQuery query = asked.query();
        IndexSearcher searcher = use.searcher();
        PostQueries.Asked scored = queries.scored(searcher, query, serving.day(searcher));
        Hits hits = new Hits(searcher, scored, query.sort());
        long begun = place.begun(query.sort());
        Hits.Read read = query.fold()
                ? hits.folded(place.after(), place.limit(), begun)
                : hits.unfolded(place.after(), place.limit());
        Optional<Cursor> next = Optional.empty();
        if (read.goesOn().isPresent()) {
            Hits.Hit last = read.goesOn().get();
            next = Optional.of(
                    query.sort() == Sort.RELEVANCE
                            ? new Cursor(Float.floatToIntBits((Float) last.key()), serving.keep(searcher), last.id())
                            : new Cursor((int) (begun > 0 ? begun : place.visible()), (Long) last.key(), last.id()));
        }
        // What has no words is counted by numbers that the index keeps, mostly.
        int bound = query.words().isEmpty() ? Integer.MAX_VALUE - 1 : COUNTED;
        MatchCount count = MatchCount.upTo(bound, searcher, scored.query());
        List<String> ids = read.hits().stream().map(Hits.Hit::id).toList();
        Map<String, Story> stories = new HashMap<>();
        for (Hits.Hit hit : read.hits()) {
            hit.story().ifPresent(story -> stories.put(hit.id(), story));
        }
        return new Found(ids, stories, next, count.posts(), !count.exact(), noted(asked, scored.notes()), List.of());
    }

    Query matching(IndexSearcher searcher, PostQuery query) throws IOException {
        return queries.matching(searcher, query).query();
    }
}
