package dev.postwire.local.erase;

import dev.postwire.local.stand.StandFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** One erasure: takes pieces of the post, has it deleted and compacted away, and searches everything for the pieces. */
final class Erasure {
    private static final Duration STORED = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 2_000;
    /** A segment closes with the first record after its second, so one more tombstone now and then. */
    private static final int LOOKS_A_TOMBSTONE = 5;

    private final Topics topics;
    private final Rows rows;
    private final Optional<DataFiles> files;
    private final Optional<SearchIndex> index;
    private final Hurry hurry;
    private final Consumer<String> tell;

    /**
     * @param stand whose files can be looked at; empty where they are elsewhere
     * @param tell hears what is being done
     */
    Erasure(Topics topics, Rows rows, Optional<StandFolder> stand, Hurry hurry, Consumer<String> tell) {
        this.topics = topics;
        this.rows = rows;
        this.files = stand.map(folder -> new DataFiles(folder.root()));
        this.index = stand.map(SearchIndex::new);
        this.hurry = hurry;
        this.tell = tell;
    }

    Proof erase(String id, boolean rewrite, Duration atMost)
            throws SQLException, IOException, ExecutionException, InterruptedException, TimeoutException {
        long start = System.nanoTime();
        Proof proof = new Proof();
        Needles needles = new Needles();
        Holders holders = take(id, needles, proof);
        tell.accept("found " + needles.size() + " pieces of it in " + holders.all());
        Set<String> relations = rows.files();
        if (needles.size() > 0 && !Rows.canSearch(needles)) {
            proof.unproven("the rows of tables: no piece is of plain characters");
        }
        proof.before(rows.holding(needles), files.isPresent() ? files.get().holding(needles) : Set.of());
        tombstone(id);
        Set<TopicPartition> leftBehind = leftBehind(id, holders);
        bury(id, leftBehind);
        if (!holders.all().isEmpty()) compact(id, holders.all(), leftBehind, start + atMost.toNanos());
        proof.compactedMillis(Duration.ofNanos(System.nanoTime() - start).toMillis());
        tell.accept("the topics are compacted");
        if (index.isPresent()) index.get().makeAnew();
        else proof.unproven("the query services' search indexes: take away postwire.index.folder and restart them");
        if (rewrite) rows.rewrite();
        else rows.vacuum();
        String segment = rows.logSegment();
        proof.checkpointed(rows.checkpoint());
        tell.accept("the tables are " + (rewrite ? "written anew" : "vacuumed") + ", searching");
        search(needles, proof);
        if (files.isPresent()) structure(relations, segment, rewrite, proof);
        proof.millis(Duration.ofNanos(System.nanoTime() - start).toMillis());
        return proof;
    }

    /** Pieces of whatever stands under the id, and where; then without those that stand under another id as well. */
    private Holders take(String id, Needles needles, Proof proof)
            throws ExecutionException, InterruptedException, TimeoutException {
        Holders holders = new Holders(id);
        topics.read(topics.partitions(), record -> {
            if (holders.take(record)) PostBytes.of(record).forEach(needles::take);
        });
        int all = needles.size();
        Set<String> sharing = new TreeSet<>();
        topics.read(topics.partitions(), record -> {
            // What else is under this key is not another's: pieces that are there remain, and are named in the end.
            if (id.equals(record.key())) return;
            Set<ByteBuffer> found = found(record, needles);
            if (found.isEmpty()) return;
            sharing.add(record.topic() + " " + record.key());
            needles.drop(found);
        });
        proof.pieces(needles.size(), all - needles.size(), sharing);
        return holders;
    }

    private static Set<ByteBuffer> found(ConsumerRecord<String, byte[]> record, Needles needles) {
        Set<ByteBuffer> found = new HashSet<>();
        if (record.value() != null) found.addAll(needles.find(record.value()));
        for (Header header : record.headers()) {
            if (header.value() != null) found.addAll(needles.find(header.value()));
        }
        return found;
    }

    private void tombstone(String id) throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        RecordMetadata raw = topics.tombstone(id);
        rows.awaitErased(id, raw.partition(), raw.offset(), STORED);
    }

    /** Where the deletion, done by now, left the post as it was. */
    private Set<TopicPartition> leftBehind(String id, Holders before) throws TimeoutException {
        Holders now = new Holders(id);
        if (!before.all().isEmpty()) topics.read(before.all(), now::take);
        return now.leftBehind();
    }

    private void bury(String id, Set<TopicPartition> places)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (TopicPartition place : places) topics.tombstone(id, place);
    }

    private void compact(String id, Set<TopicPartition> holders, Set<TopicPartition> leftBehind, long deadline)
            throws SQLException, IOException, ExecutionException, InterruptedException, TimeoutException {
        try {
            hurry.begin(holders.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
            Set<TopicPartition> holding = holding(id, holders);
            for (int look = 0; !holding.isEmpty(); look++) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("not compacted in time: " + holding);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                if (look % LOOKS_A_TOMBSTONE == 0) {
                    tombstone(id);
                    bury(id, leftBehind);
                }
                holding = holding(id, holders);
            }
        } finally {
            hurry.end();
        }
        // The broker deletes what it has replaced a second later, by a thread that has other things to do.
        TimeUnit.MILLISECONDS.sleep(2 * LOOK_MILLIS);
    }

    private Set<TopicPartition> holding(String id, Set<TopicPartition> holders) throws TimeoutException {
        Holders now = new Holders(id);
        Set<TopicPartition> holding = new HashSet<>();
        topics.read(holders, record -> {
            if (now.take(record)) holding.add(new TopicPartition(record.topic(), record.partition()));
        });
        return holding;
    }

    private void search(Needles needles, Proof proof)
            throws SQLException, IOException, ExecutionException, InterruptedException, TimeoutException {
        topics.read(topics.partitions(), record -> {
            if (!found(record, needles).isEmpty()) {
                proof.remains("record " + record.topic() + "-" + record.partition() + "@" + record.offset());
            }
        });
        for (String table : rows.holding(needles)) proof.remains("table " + table);
        if (files.isPresent()) for (String file : files.get().holding(needles)) proof.remains("file " + file);
    }

    /** Long texts lie compressed in the database, where no piece is found: so every file they lay in must be gone. */
    private void structure(Set<String> relations, String segment, boolean rewrite, Proof proof)
            throws SQLException, IOException {
        if (rewrite) {
            for (String relation : relations) {
                if (files.get().exists("postgres/data/" + relation)) proof.remains("relation file " + relation);
            }
        } else {
            proof.unproven("free room in the pages of tables and indexes (not written anew)");
        }
        if (rows.recyclesLog()) proof.unproven("what log segments that wait to be used again held (wal_recycle is on)");
        for (String old : files.get().logSegmentsBefore(segment)) proof.remains("log segment " + old);
    }
}
