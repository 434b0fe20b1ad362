package dev.postwire.local.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** The pages of a WARC: of all its records the responses with status 200 that are HTML, as the server meant them. */
final class WebArchive {
    private static final int OK = 200;

    private final ItemMaker maker;
    private final int mostBytes;

    WebArchive(ItemMaker maker, int mostBytes) {
        this.maker = maker;
        this.mostBytes = mostBytes;
    }

    /** @param in the file as it is: members of gzip are read one by one */
    void read(String place, InputStream in, Finds finds) throws IOException, InterruptedException {
        try (WarcReader reader = new WarcReader(in)) {
            Optional<WarcRecord> record = reader.next();
            while (record.isPresent()) {
                if (record.get() instanceof WarcResponse response) page(place, response, finds);
                record = reader.next();
            }
        } catch (ParsingException e) {
            finds.faulty(place, "is no WARC from here on: " + e.getMessage());
        }
    }

    private void page(String place, WarcResponse response, Finds finds) throws IOException, InterruptedException {
        String url = response.target();
        String where = place + ": " + url;
        if (!response.contentType().base().equals(MediaType.HTTP)
                || !url.toLowerCase(Locale.ROOT).startsWith("http")) {
            finds.passed(where, "records of other protocols");
            return;
        }
        HttpResponse http = response.http();
        MediaType type = http.contentType();
        if (http.status() != OK) {
            finds.passed(where, "answers other than 200");
        } else if (!type.base().equals(MediaType.HTML.base()) && !type.base().equals(MediaType.XHTML.base())) {
            finds.passed(where, "answers that are no HTML");
        } else {
            take(where, url, type, http, finds);
        }
    }

    private void take(String where, String url, MediaType type, HttpResponse http, Finds finds)
            throws IOException, InterruptedException {
        byte[] bytes;
        try (InputStream body = http.bodyDecoded().stream()) {
            bytes = body.readNBytes(mostBytes + 1);
        } catch (IOException e) {
            finds.faulty(where, "its body is not what its Content-Encoding says: " + e.getMessage());
            return;
        }
        if (bytes.length > mostBytes) finds.faulty(where, "is larger than any post may be (" + mostBytes + " bytes)");
        else finds.item(maker.page(where, url, contentType(type), bytes));
    }

    /** XHTML is read as HTML is; a charset that is none a server would know is left out. */
    private static String contentType(MediaType type) {
        String charset = type.parameters().getOrDefault("charset", "");
        return charset.matches("[A-Za-z0-9_:.-]{1,40}") ? "text/html; charset=" + charset : "text/html";
    }
}
