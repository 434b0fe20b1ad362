package dev.postwire.local.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.audit.PartitionLog.Entry;
import dev.postwire.local.audit.PartitionLog.Result;
import dev.postwire.local.audit.Tables.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Takes from each record the numbers that count; one that is not what its contract says is a finding. */
final class RecordReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OWN = Set.of("origin", "fingerprint", "enricher");
    private static final Pattern RECEIPT = Pattern.compile("(\\d{1,9})-(\\d{1,18})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final PartitionLog log;
    private final Findings findings;

    RecordReader(PartitionLog log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void raw(ConsumerRecord<String, byte[]> record) {
        log.raw(record.offset(), key(record), sha(record));
    }

    void entry(ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode entry = JSON.readTree(record.value() == null ? new byte[0] : record.value());
            if (entry.path("partition").asInt(-1) != log.partition
                    || !entry.path("offset").isIntegralNumber()) {
                broken(record, "it is about partition " + entry.path("partition"));
                return;
            }
            log.entry(new Entry(
                    record.offset(),
                    key(record),
                    entry.path("offset").asLong(),
                    Outcome.valueOf(entry.path("outcome").asText()),
                    entry.path("current").path("offset").asLong(PartitionLog.NONE),
                    (entry.has("run") ? PartitionLog.RENEWED : 0)
                            | (entry.has("idempotency") ? PartitionLog.KEYED : 0)
                            | (entry.has("erased") ? PartitionLog.AFTER_ERASURE : 0)
                            | (entry.path("erasure").asBoolean() ? PartitionLog.ERASED_BEFORE : 0),
                    entry.path("attempt").asLong(1),
                    record.timestamp()));
        } catch (IOException | IllegalArgumentException e) {
            broken(record, "not a ledger entry");
        }
    }

    void result(ConsumerRecord<String, byte[]> record) {
        Optional<Long> raw = origin(record);
        if (raw.isEmpty()) return;
        if (record.value() == null) {
            log.result(new Result(record.offset(), key(record), raw.get(), 0, PartitionLog.NONE, Content.ERASED));
            return;
        }
        try {
            document(record, raw.get());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            broken(record, "not an enriched post");
        }
    }

    /** Reads over the bodies, which are most of it, without keeping them. */
    private void document(ConsumerRecord<String, byte[]> record, long raw) throws IOException {
        ContentReader reader = new ContentReader();
        Map<String, JsonNode> own = new HashMap<>();
        try (JsonParser parser = ContentReader.JSON.createParser(record.value())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                JsonNode value = reader.field(field, parser);
                if (OWN.contains(field)) own.put(field, value);
            }
        }
        JsonNode origin = own.getOrDefault("origin", JSON.missingNode());
        if (origin.path("partition").asInt(-1) != log.partition
                || origin.path("offset").asLong(-1) != raw) {
            broken(record, "its origin is not that of its header");
            return;
        }
        Content content = reader.content();
        JsonNode fingerprint = own.getOrDefault("fingerprint", JSON.missingNode());
        if (Sha.parse(fingerprint.path("textSha256").asText()) != content.text()) {
            broken(record, "its text is not that of its fingerprint");
            return;
        }
        long enricher = Sha.of(String.valueOf(own.get("enricher")).getBytes(StandardCharsets.UTF_8));
        long sha = Sha.parse(origin.path("sha256").asText());
        log.result(new Result(record.offset(), key(record), raw, enricher, sha, content));
    }

    void rejected(ConsumerRecord<String, byte[]> record) {
        Optional<Long> raw = origin(record);
        if (raw.isEmpty()) return;
        long attempt = header(record, "postwire-attempt")
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong)
                .orElse(1L);
        log.rejected(record.offset(), key(record), raw.get(), sha(record), attempt);
    }

    private Optional<Long> origin(ConsumerRecord<String, byte[]> record) {
        Matcher receipt = RECEIPT.matcher(header(record, "postwire-origin").orElse(""));
        if (receipt.matches() && Integer.parseInt(receipt.group(1)) == log.partition) {
            return Optional.of(Long.parseLong(receipt.group(2)));
        }
        broken(record, "its header says no origin in this partition");
        return Optional.empty();
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) return Optional.empty();
        return Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static long sha(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? PartitionLog.ERASED : Sha.of(record.value());
    }

    private static String key(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : record.key();
    }

    private void broken(ConsumerRecord<String, byte[]> record, String detail) {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        findings.add(Kind.RECORD_BROKEN, place, key(record), detail);
    }
}
