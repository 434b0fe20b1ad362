package dev.postwire.local.erase;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What of a record is the post's own: not when and where it came in, nor what counts or fingerprints it. */
final class PostBytes {
    private static final Set<String> AS_POSTED = Set.of("posts.raw.v1", "posts.rejected.v1");
    private static final Set<String> OURS =
            Set.of("id", "eventId", "origin", "fingerprint", "stats", "enricher", "warnings");
    private static final Set<String> SAID = Set.of(
            "postwire-url",
            "postwire-title",
            "postwire-author",
            "postwire-published",
            "postwire-language",
            "postwire-tag");
    private static final JsonFactory JSON = new JsonFactory();

    private PostBytes() {}

    static List<byte[]> of(ConsumerRecord<String, byte[]> record) {
        List<byte[]> own = new ArrayList<>();
        for (Header header : record.headers()) {
            if (SAID.contains(header.key()) && header.value() != null) own.add(header.value());
        }
        try {
            if (AS_POSTED.contains(record.topic())) own.add(record.value());
            else fields(record.value(), own);
        } catch (IOException e) {
            own.add(record.value()); // no document of ours: all of it counts
        }
        return own;
    }

    /** The fields' bytes as they stand there, escapes and all, since so they lie in topics and tables. */
    private static void fields(byte[] document, List<byte[]> own) throws IOException {
        try (JsonParser parser = JSON.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("not an object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getByteOffset();
                if (!OURS.contains(field)) own.add(Arrays.copyOfRange(document, start, end));
            }
        }
    }
}
