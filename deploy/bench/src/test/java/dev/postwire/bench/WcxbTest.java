package dev.postwire.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WcxbTest {
    @TempDir
    Path folder;

    @Test
    void readsPagesInTheOrderOfTheirLabels() throws IOException {
        gzip("gold.jsonl.gz", """
                {"id": "2", "url": null, "type": "forum", "title": "Zwei", "author": null, "date": null, "text": null}
                {"id": "1", "url": "https://a.example/1", "type": "article", "title": "One", "author": "Ada", \
                "date": "2025-01-02", "text": "Body"}
                """);
        gzip("html/1.html.gz", "<p>Body");
        gzip("html/2.html.gz", "<p>ü");

        List<Wcxb.Page> pages;
        try (Stream<Wcxb.Page> read = Wcxb.pages(folder)) {
            pages = read.toList();
        }

        assertEquals(List.of("2", "1"), pages.stream().map(Wcxb.Page::id).toList());
        assertEquals("", pages.get(0).url());
        assertEquals("", pages.get(0).text());
        assertEquals("<p>ü", pages.get(0).source());
        assertEquals("Ada", pages.get(1).author());
    }

    @Test
    void passesOverPagesNobodyAskedFor() throws IOException {
        gzip("gold.jsonl.gz", "{\"id\": \"1\"}\n{\"id\": \"unread\"}\n{\"id\": \"3\"}\n");
        gzip("html/1.html.gz", "");
        gzip("html/3.html.gz", "");

        try (Stream<Wcxb.Page> read = Wcxb.pages(folder, 2)) {
            assertEquals(List.of("1", "3"), read.map(Wcxb.Page::id).toList());
        }
    }

    @Test
    void namesTheFileThatIsMissing() {
        NoSuchFileException missing = assertThrows(NoSuchFileException.class, () -> Wcxb.pages(folder));

        assertEquals(folder.resolve("gold.jsonl.gz") + ": no labelled pages there", missing.getMessage());
    }

    private void gzip(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
