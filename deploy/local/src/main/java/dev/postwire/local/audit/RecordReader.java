package dev.postwire.local.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Takes from each record the numbers that count; one that is not what its contract says is a finding. */
final class RecordReader {
    private static final ObjectMapper JSON = new ObjectMapper();
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
            Outcome outcome = Outcome.valueOf(entry.path("outcome").asText());
            long current = entry.path("current").path("offset").asLong(PartitionLog.NONE);
            if (entry.path("partition").asInt(-1) != log.partition
                    || !entry.path("offset").isIntegralNumber()) {
                broken(record, "it is about partition " + entry.path("partition"));
                return;
            }
            long raw = entry.path("offset").asLong();
            boolean again =
                    outcome == Outcome.unchanged && entry.path("erasure").asBoolean();
            if (again) log.erasedBefore(record.offset(), key(record), raw, current);
            else if (entry.has("run")) log.renewal(record.offset(), key(record), raw, current);
            else log.entry(record.offset(), key(record), raw, outcome, current);
        } catch (IOException | IllegalArgumentException e) {
            broken(record, "not a ledger entry");
        }
    }

    void result(ConsumerRecord<String, byte[]> record) {
        Optional<Long> raw = origin(record);
        if (raw.isEmpty()) return;
        if (record.value() == null) {
            log.result(record.offset(), key(record), raw.get(), PartitionLog.ERASED, 0);
            return;
        }
        try {
            document(record, raw.get());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            broken(record, "not an enriched post");
        }
    }

    /** Reads past the bodies, which are most of it, without keeping them. */
    private void document(ConsumerRecord<String, byte[]> record, long raw) throws IOException {
        long sha = PartitionLog.NONE;
        long enricher = 0;
        boolean matches = false;
        try (JsonParser parser = JSON.createParser(record.value())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "origin" -> {
                        JsonNode origin = parser.readValueAsTree();
                        matches = origin.path("partition").asInt(-1) == log.partition
                                && origin.path("offset").asLong(-1) == raw;
                    }
                    case "fingerprint" ->
                        sha = Sha.parse(((JsonNode) parser.readValueAsTree())
                                .path("textSha256")
                                .asText());
                    case "enricher" ->
                        enricher = Sha.of(parser.readValueAsTree().toString().getBytes(StandardCharsets.UTF_8));
                    default -> parser.skipChildren();
                }
            }
        }
        if (matches) log.result(record.offset(), key(record), raw, sha, enricher);
        else broken(record, "its origin is not that of its header");
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
