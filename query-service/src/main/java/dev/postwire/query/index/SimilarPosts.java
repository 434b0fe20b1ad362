package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;
import dev.postwire.query.analysis.Languages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Posts about the same, with the words they share. Asked with the words of a post that are frequent in it and rare elsewhere, and
 * with its tags; itself and its copies are left out, and of other copies one stands for all. Blocks the calling thread for some
 * milliseconds. Safe for any number of threads.
 */
@Singleton
public class SimilarPosts {
    /** More words make it slower and not better. */
    private static final int WORDS = 25;

    /** What a shared tag is worth, of the weight of the heaviest word. */
    private static final double TAG = 0.5;

    /** Looked at for each that is wanted, for some fold. */
    private static final int ROOM = 2;

    private final PostIndex index;
    private final Languages languages;

    SimilarPosts(PostIndex index, Languages languages) {
        this.index = index;
        this.languages = languages;
    }

    /**
     * @param words shared, as the post asked about writes them, the most telling first
     * @param score comparable within one answer
     */
    public record Similar(String id, float score, List<String> words) {}

    /**
     * @param document the stored JSON without the bodies
     * @param bodies those
     */
    public List<Similar> similar(String id, String document, String bodies, int limit) {
        IndexedPost post = IndexedPostReader.read(new StoreChange(
                0, id, Optional.of(new StoreChange.Stored(Instant.EPOCH, Optional.empty(), document, bodies))));
        return index.ask((use, serving) -> similar(use.searcher(), post, limit));
    }

    private List<Similar> similar(IndexSearcher searcher, IndexedPost post, int limit) throws IOException {
        Language language = languages.of(post.language());
        List<Telltale> words = Telltale.of(searcher, language.stemmed(), Fields.stemmed(language), post, WORDS);
        Query query = query(searcher, post, words);
        Folding folding = new Folding(searcher, query, 0);
        List<Similar> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, ROOM * limit).scoreDocs) {
            if (found.size() == limit) break;
            if (!folding.stands(hit.doc)) continue;
            found.add(new Similar(id(searcher, hit.doc), hit.score, shared(searcher, hit.doc, words)));
        }
        return found;
    }

    private static Query query(IndexSearcher searcher, IndexedPost post, List<Telltale> words) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        double heaviest = words.isEmpty() ? 1 : words.get(0).weight();
        for (Telltale word : words) {
            all.add(new BoostQuery(new TermQuery(word.term()), (float) (word.weight() / heaviest)), Occur.SHOULD);
        }
        for (IndexedPost.Tag tag : post.tags()) {
            Query tagged = new ConstantScoreQuery(new TermQuery(new Term(Fields.TAG, PostDocument.key(tag.slug()))));
            all.add(new BoostQuery(tagged, (float) (TAG * heaviest)), Occur.SHOULD);
        }
        Term itself = new Term(Fields.ID, post.id());
        all.add(new TermQuery(itself), Occur.MUST_NOT);
        for (ScoreDoc own : searcher.search(new TermQuery(itself), 1).scoreDocs) {
            Optional<String> story = Folding.story(searcher, own.doc);
            story.ifPresent(copies -> all.add(new TermQuery(new Term(Fields.STORY, copies)), Occur.MUST_NOT));
        }
        return all.build();
    }

    /** Which of the words the post has. */
    private static List<String> shared(IndexSearcher searcher, int doc, List<Telltale> words) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        List<String> shared = new ArrayList<>();
        for (Telltale word : words) {
            PostingsEnum postings = leaf.reader().postings(word.term(), PostingsEnum.NONE);
            boolean has = postings != null && postings.advance(doc - leaf.docBase) == doc - leaf.docBase;
            // A compound and its parts are written as one word.
            if (has && !shared.contains(word.word())) shared.add(word.word());
        }
        return shared;
    }

    private static String id(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues ids = leaf.reader().getBinaryDocValues(Fields.ID);
        ids.advanceExact(doc - leaf.docBase);
        return ids.binaryValue().utf8ToString();
    }
}
