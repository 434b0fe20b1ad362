package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class KeptCountsTest {
    private final KeptCounts<String, Integer> kept = new KeptCounts<>(2);
    private int counted;

    @Test
    void countsOnceWhileNothingNewIsSeen() throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
                DirectoryReader reader = DirectoryReader.open(writer)) {
            IndexSearcher before = new IndexSearcher(reader);
            assertEquals(1, answer(before, "a", true));
            assertEquals(1, answer(before, "a", true));
            assertEquals(2, answer(before, "b", false), "not worth to be kept");
            assertEquals(3, answer(before, "b", false));
            writer.addDocument(new Document());
            try (DirectoryReader later = DirectoryReader.openIfChanged(reader)) {
                assertEquals(4, answer(new IndexSearcher(later), "a", true), "another reader sees more");
                assertEquals(1, answer(before, "a", true), "and the earlier one what it saw");
            }
        }
    }

    private int answer(IndexSearcher searcher, String question, boolean keep) throws IOException {
        return kept.answer(searcher, question, () -> new KeptCounts.Counted<>(++counted, keep));
    }
}
