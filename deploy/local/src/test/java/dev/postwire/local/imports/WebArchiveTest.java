package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WebArchiveTest {
    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
    private final FoundItems found = new FoundItems();

    private void record(String type, String url, String head, byte[] body) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write((head + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
        block.write(body);
        archive.write(("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url
                        + "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:6b1f7c3e-0000-4000-8000-000000000001>"
                        + "\r\nContent-Type: application/http; msgtype=" + type + "\r\nContent-Length: " + block.size()
                        + "\r\n\r\n")
                .getBytes(UTF_8));
        block.writeTo(archive);
        archive.write("\r\n\r\n".getBytes(UTF_8));
    }

    private void read(byte[] bytes) throws Exception {
        new WebArchive(new ItemMaker(Optional.empty(), ""), 1_000)
                .read("crawl.warc", new ByteArrayInputStream(bytes), found);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void takesThePagesAndTellsOfTheRest() throws Exception {
        record("request", "https://a.example/", "GET / HTTP/1.1", new byte[0]);
        record(
                "response",
                "https://a.example/",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8",
                "<p>Tür".getBytes(UTF_8));
        record(
                "response",
                "https://a.example/gone",
                "HTTP/1.1 404 Not Found\r\nContent-Type: text/html",
                "<p>No".getBytes(UTF_8));
        record("response", "https://a.example/i.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png", new byte[] {1, 2});

        read(archive.toByteArray());

        assertEquals(
                List.of(
                        "url:https://a.example/",
                        "passed crawl.warc: https://a.example/gone: answers other than 200",
                        "passed crawl.warc: https://a.example/i.png: answers that are no HTML"),
                found.lines);
        assertEquals(
                "line {\"url\":\"https://a.example/\",\"contentType\":\"text/html\",\"content\":\"<p>Tür\"}",
                found.said(0));
    }

    @Test
    void undoesTheCodingAndKeepsTheCharset() throws Exception {
        byte[] latin = "<p>Tür".getBytes(ISO_8859_1);
        record(
                "response",
                "https://a.example/b",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html;charset=ISO-8859-1",
                gzip(latin));

        read(gzip(archive.toByteArray()));

        Item.Body.Whole page =
                assertInstanceOf(Item.Body.Whole.class, found.items.get(0).body());
        assertEquals("text/html; charset=ISO-8859-1", page.contentType());
        assertArrayEquals(latin, page.bytes());
    }

    @Test
    void tellsWhatIsTooLargeAndWhatIsNoArchive() throws Exception {
        record("response", "https://a.example/large", "HTTP/1.1 200 OK\r\nContent-Type: text/html", new byte[1_001]);
        read(archive.toByteArray());
        read("WARC/1.0\r\nno header at all".getBytes(UTF_8));

        assertEquals(
                "faulty crawl.warc: https://a.example/large: is larger than any post may be (1000 bytes)",
                found.lines.get(0));
        assertEquals(true, found.lines.get(1).startsWith("faulty crawl.warc: "), found.lines.get(1));
    }
}
