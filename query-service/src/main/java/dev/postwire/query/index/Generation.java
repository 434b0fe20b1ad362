package dev.postwire.query.index;

import dev.postwire.query.analysis.Languages;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/**
 * One Lucene index in a folder of its own, from its first post until another takes its place. What it has applied stands in its own
 * commit, so that after a crash it goes on from there. {@link #write}, {@link #add} and
 * {@link #erase} are safe for any number of threads, all else is for the one that follows the store.
 */
final class Generation implements Closeable {
    private static final String MADE_BY = "postwire.made.by";
    private static final String HISTORY = "postwire.history";
    private static final String NUMBER = "postwire.number";
    private static final String NEWEST = "postwire.newest";
    private static final String STORY = "postwire.story";
    private static final String COMPLETE = "postwire.complete";
    /** Of the memory there is, what is written and not yet a segment may have: the more, the fewer segments are merged. */
    private static final double BUFFER_SHARE = 0.125;

    private static final double MOST_BUFFER_MEGABYTES = 256;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final PostDocument documents;
    private final MergePolicy merging = new TieredMergePolicy();
    private final AtomicLong newest;
    private Map<String, String> committed;
    private long number;
    private long story;

    private Generation(Path folder, Languages languages) throws IOException {
        this.folder = folder;
        this.documents = new PostDocument(languages);
        this.directory = FSDirectory.open(folder);
        try {
            IndexWriterConfig config = new IndexWriterConfig(new FieldAnalyzers(languages))
                    .setSimilarity(Ranking.SIMILARITY)
                    .setRAMBufferSizeMB(bufferMegabytes())
                    .setMergePolicy(merging)
                    // What was applied after the last commit is applied again: no need to write it on the way out.
                    .setCommitOnClose(false);
            this.writer = new IndexWriter(directory, config);
            this.committed = data(writer);
            this.number = Long.parseLong(committed.getOrDefault(NUMBER, "0"));
            this.newest = new AtomicLong(Long.parseLong(committed.getOrDefault(NEWEST, "0")));
            this.story = Long.parseLong(committed.getOrDefault(STORY, "0"));
            this.searchers = new SearcherManager(writer, new Searchers());
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    static Generation create(Path folder, Languages languages) throws IOException {
        Files.createDirectories(folder);
        return new Generation(folder, languages);
    }

    /** @throws IOException where a file is missing, cut short or not what was written */
    static Generation open(Path folder, Languages languages) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) ((CodecReader) leaf.reader()).checkIntegrity();
        }
        Generation opened = new Generation(folder, languages);
        // What was not merged when it was closed.
        opened.merges(true);
        return opened;
    }

    private static double bufferMegabytes() {
        return Math.min(MOST_BUFFER_MEGABYTES, Runtime.getRuntime().maxMemory() / 1e6 * BUFFER_SHARE);
    }

    private static Map<String, String> data(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        if (writer.getLiveCommitData() != null) {
            writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /** What an index of today is made by. */
    private static String maker() {
        return Fields.VERSION + "/" + Languages.VERSION + "/" + Version.LATEST;
    }

    boolean complete() {
        return Boolean.parseBoolean(committed.get(COMPLETE));
    }

    boolean madeByUs() {
        return maker().equals(committed.get(MADE_BY));
    }

    boolean of(PostSource.History history) {
        return history.name().equals(committed.get(HISTORY)) && number <= history.last();
    }

    /** The last change in it. */
    long number() {
        return number;
    }

    /** The last number of stories in it. */
    long story() {
        return story;
    }

    /**
     * No post in it is as of a later change. That can be later than {@link #number()}: a post is read as it is by then, and other
     * changes came before its last.
     */
    Moment newest() {
        return new Moment(committed.getOrDefault(HISTORY, ""), Math.max(number, newest.get()), 0);
    }

    /** False after it failed to write: then it is read anew, as far as it was committed. */
    boolean usable() {
        return writer.isOpen();
    }

    void write(StoreChange change) throws IOException {
        newest.accumulateAndGet(change.number(), Math::max);
        writer.updateDocument(new Term(Fields.ID, change.id()), documents.of(IndexedPostReader.read(change)));
    }

    /** A post of which this index has no version: nothing is looked for that it would replace, which is cheaper. */
    void add(StoreChange change) throws IOException {
        newest.accumulateAndGet(change.number(), Math::max);
        writer.addDocument(documents.of(IndexedPostReader.read(change)));
    }

    /**
     * Whether segments are merged as they come. While an index is filled that nobody searches, that would be work twice; what there
     * is to merge is merged when it begins again, on threads of its own.
     */
    void merges(boolean yes) throws IOException {
        writer.getConfig().setMergePolicy(yes ? merging : NoMergePolicy.INSTANCE);
        if (yes) writer.maybeMerge();
    }

    void erase(String id) throws IOException {
        writer.deleteDocuments(new Term(Fields.ID, id));
    }

    /** Whether a commit would keep more than the last one did, be it only what was merged since. */
    boolean uncommitted() {
        return writer.hasUncommittedChanges();
    }

    /** All changes up to that number are in it. */
    void reached(long applied) {
        number = applied;
    }

    /** All stories up to that number are in it. */
    void reachedStory(long applied) {
        story = applied;
    }

    /** Lets searches see all that was written. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(String history) throws IOException {
        Map<String, String> data = Map.of(
                MADE_BY,
                maker(),
                HISTORY,
                history,
                NUMBER,
                Long.toString(number),
                NEWEST,
                Long.toString(newest.get()),
                STORY,
                Long.toString(story),
                COMPLETE,
                Boolean.toString(true));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
        committed = data;
    }

    SearcherManager searchers() {
        return searchers;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            searchers.close();
        }
    }
}
