package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are counted alike, whether or not their numbers are kept, over segments that each number them in another way. */
class ValueNumbersTest {
    private static final String FIELD = "tag.count";

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private IndexWriter writer;

    @BeforeEach
    void open() throws Exception {
        writer = new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE));
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    /** None is kept; those of the first segment only; all. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3, 1_000})
    void countsAcrossSegments(long most) throws Exception {
        segment("b c", "c", "");
        segment("a c", "d");
        segment("a", "b", "a");
        ValueNumbers numbers = new ValueNumbers(FIELD, most);
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            assertEquals(3, reader.leaves().size());
            assertEquals(most < 2, numbers.of(reader.leaves().get(0).reader()).isEmpty());
            assertEquals(
                    most < 1_000, numbers.of(reader.leaves().get(1).reader()).isEmpty());
            Map<String, Integer> once = counted(reader, numbers);
            assertEquals(Map.of("a", 3, "b", 2, "c", 3), once);
            assertEquals(once, counted(reader, numbers), "what is known by now");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000})
    void countsNothingWhereThereIsNothing(long most) throws Exception {
        segment("");
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            assertEquals(Map.of(), counted(reader, new ValueNumbers(FIELD, most)));
            assertFalse(reader.leaves().isEmpty());
        }
    }

    private static Map<String, Integer> counted(DirectoryReader reader, ValueNumbers numbers) throws Exception {
        Counting.Texts texts = new Counting.Texts(FIELD, numbers, text -> !text.equals("d"));
        Matched.by(new IndexSearcher(reader), new MatchAllDocsQuery()).count(1, texts);
        return texts.counts();
    }

    /** A post for each, with its texts. */
    private void segment(String... posts) throws Exception {
        for (String post : posts) {
            Document document = new Document();
            for (String text : post.split(" ")) {
                if (!text.isEmpty()) document.add(new SortedSetDocValuesField(FIELD, new BytesRef(text)));
            }
            writer.addDocument(document);
        }
        writer.flush();
    }
}
