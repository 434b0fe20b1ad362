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

class RecentTest {
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
                assertEquals(5, answer(before, "a", true), "nor is the earlier one told what the later saw");
            }
        }
    }

    @Test
    void keepsNoMoreThanItMay() throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
                DirectoryReader reader = DirectoryReader.open(writer)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            answer(searcher, "a", true);
            answer(searcher, "b", true);
            assertEquals(1, answer(searcher, "a", true), "asked for lately");
            answer(searcher, "c", true);
            assertEquals(1, answer(searcher, "a", true));
            assertEquals(4, answer(searcher, "b", true), "the one that had to go");
        }
    }

    private int answer(IndexSearcher searcher, String question, boolean keep) throws IOException {
        return kept.answer(searcher, question, () -> new KeptCounts.Counted<>(++counted, keep));
    }
}
