package dev.postwire.query.index;

import dev.postwire.query.analysis.Languages;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import dev.postwire.query.search.Words;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Finds posts in the index. Blocks the calling thread for some milliseconds. Safe for any number of threads. */
@Singleton
public class PostSearch {
    /** How far posts that have some of the words are counted; beyond, it is said that there are at least as many. */
    public static final int COUNTED = 10_000;

    private final PostIndex index;
    private final PostQueries queries;

    PostSearch(PostIndex index, Languages languages) {
        this.index = index;
        this.queries = new PostQueries(languages);
    }

    /**
     * Which posts, in which order.
     *
     * @param total exact unless {@code more}; those that were folded away count
     * @param more true where there are more than were counted
     * @param notes what was not done as it was asked
     * @param suggestions what may have been meant, where nothing was found
     */
    public record Found(
            List<String> ids,
            Optional<Cursor> next,
            int total,
            boolean more,
            List<String> notes,
            List<String> suggestions) {
        public Found {
            ids = List.copyOf(ids);
            notes = List.copyOf(notes);
            suggestions = List.copyOf(suggestions);
        }
    }

    /** Where nothing has all that is demanded, what has some of it is found instead, with a note. */
    public Found search(PostQuery query, Optional<Cursor> after, int limit) {
        long snapshot =
                query.sort() == Sort.RELEVANCE ? after.map(Cursor::position).orElse(0L) : 0;
        return paged(query, snapshot, (use, serving) -> {
            Found found = page(
                    use.searcher(), serving, query, after, limit, query.words().notes());
            Words relaxed = query.words().withoutDemands();
            if (found.total() > 0 || query.words().isEmpty()) return found;
            if (!relaxed.equals(query.words())) {
                List<String> notes = new java.util.ArrayList<>(query.words().notes());
                notes.add("Nothing has all that was quoted or marked with +. These have some of it.");
                found = page(use.searcher(), serving, query.withWords(relaxed), after, limit, notes);
                if (found.total() > 0) return found;
            }
            List<String> suggestions =
                    new Suggestions(use.searcher(), queries.present(use.searcher())).of(query.words());
            return new Found(
                    List.of(), Optional.empty(), 0, false, query.words().notes(), suggestions);
        });
    }

    /** Only what is sorted by scores, which every post that comes changes, needs pages of one moment. */
    private Found paged(PostQuery query, long snapshot, PostIndex.Question<Found> question) {
        return query.sort() == Sort.RELEVANCE
                ? index.page(snapshot, found -> found.next().isPresent(), question)
                : index.ask(question);
    }

    private Found page(
            IndexSearcher searcher,
            Serving serving,
            PostQuery query,
            Optional<Cursor> after,
            int limit,
            List<String> notes)
            throws IOException {
        Query scored = queries.scored(searcher, query, serving.day(searcher));
        Hits.Read read = new Hits(searcher, scored, query.sort()).read(after, limit, query.fold());
        Optional<Cursor> next = Optional.empty();
        if (read.goesOn().isPresent()) {
            Hits.Hit last = read.goesOn().get();
            next = Optional.of(
                    query.sort() == Sort.RELEVANCE
                            ? new Cursor(Float.floatToIntBits((Float) last.key()), serving.keep(searcher), last.id())
                            : Cursor.after((Long) last.key(), last.id()));
        }
        boolean exact = read.exact() || query.words().isEmpty();
        long total = read.exact() ? read.counted() : exact ? searcher.count(scored) : COUNTED;
        List<String> ids = read.hits().stream().map(Hits.Hit::id).toList();
        return new Found(ids, next, Math.toIntExact(total), !exact, notes, List.of());
    }

    Query matching(IndexSearcher searcher, PostQuery query) throws IOException {
        return queries.matching(searcher, query);
    }
}
