package dev.postwire.endtoend.fault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Counts, from the publishers' own books, what was lost, doubled or put out of order. Shares nothing with the audit. */
final class Outcome {
    private static final String ENRICHED = "posts.enriched.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FaultStand stand;
    private final List<History> histories;
    private final FaultReport report;
    private final List<String> wrong = new ArrayList<>();

    Outcome(FaultStand stand, List<History> histories, FaultReport report) {
        this.stand = stand;
        this.histories = histories;
        this.report = report;
    }

    /** What is wrong; empty where nothing is. */
    List<String> check() throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(
                stand.postgres().jdbcUrl(),
                stand.postgres().user(),
                stand.postgres().password())) {
            receipts(database);
            rows(database);
        }
        records();
        return wrong;
    }

    private void receipts(Connection database) throws SQLException {
        Map<String, String> outcomes = new HashMap<>();
        each(
                database,
                "SELECT partition || '-' || raw_offset || ' ' || post_id, outcome FROM receipt",
                row -> outcomes.put(row.getString(1), row.getString(2)));
        long lost = 0;
        long acknowledged = 0;
        for (History history : histories) {
            for (History.Act act : history.acts()) {
                acknowledged++;
                String place = act.partition() + "-" + act.offset() + " " + history.id();
                String outcome = outcomes.get(place);
                boolean right = act.version() == History.GONE
                        ? "erased".equals(outcome)
                        : "enriched".equals(outcome) || "unchanged".equals(outcome);
                if (right) continue;
                lost++;
                wrong.add("acknowledged and lost: " + place + " version " + act.version() + " outcome " + outcome);
            }
        }
        report.count("acknowledged", acknowledged);
        report.count("acknowledged and lost", lost);
    }

    private void rows(Connection database) throws SQLException {
        Map<String, String> titles = new HashMap<>();
        each(
                database,
                "SELECT id, title FROM post WHERE id LIKE 'fault-%'",
                row -> titles.put(row.getString(1), row.getString(2)));
        long late = 0;
        for (History history : histories) {
            String title = titles.remove(history.id());
            if (java.util.Objects.equals(title, expected(history, history.last()))) continue;
            boolean possible = history.possible().stream()
                    .anyMatch(version -> java.util.Objects.equals(title, expected(history, version)));
            if (possible) late++;
            else wrong.add("the row of " + history.id() + " is '" + title + "', last was version " + history.last());
        }
        titles.keySet().forEach(id -> wrong.add("a row nobody posted: " + id));
        report.count("ids", histories.size());
        report.count("ids where a try without an answer came in late", late);
    }

    private static String expected(History history, int version) {
        return version == History.GONE ? null : History.title(history.id(), version);
    }

    private void records() throws IOException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stand.bootstrapServers(), "isolation.level", "read_committed");
        long duplicates = 0;
        long disorder = 0;
        long repeats = 0;
        Set<String> origins = new HashSet<>();
        Map<String, Last> last = new HashMap<>();
        long records = 0;
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(ENRICHED).stream()
                    .map(info -> new TopicPartition(ENRICHED, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    records++;
                    String origin = new String(
                            record.headers().lastHeader("postwire-origin").value());
                    if (!origins.add(origin)) {
                        duplicates++;
                        wrong.add("published twice: " + origin + " " + record.key());
                    }
                    Last now = new Last(Long.parseLong(origin.substring(origin.indexOf('-') + 1)), sha(record));
                    Last before = last.put(record.key(), now);
                    if (before == null) continue;
                    if (before.offset() > now.offset()) {
                        disorder++;
                        wrong.add("out of order: " + origin + " " + record.key());
                    }
                    if (before.sha().equals(now.sha()) && !now.sha().isEmpty()) {
                        repeats++;
                        wrong.add("the same document twice in a row: " + origin + " " + record.key());
                    }
                }
            }
        }
        report.count("enriched records", records);
        report.count("enriched records of one receipt twice", duplicates);
        report.count("enriched records out of order", disorder);
        report.count("the same document twice in a row", repeats);
    }

    private record Last(long offset, String sha) {}

    /** Of the text; empty for an erasure. */
    private static String sha(ConsumerRecord<String, byte[]> record) throws IOException {
        if (record.value() == null) return "";
        try (JsonParser parser = JSON.createParser(record.value())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("fingerprint");
                parser.nextToken();
                if (found)
                    return ((JsonNode) parser.readValueAsTree())
                            .path("textSha256")
                            .asText();
                parser.skipChildren();
            }
        }
        return "";
    }

    private static void each(Connection database, String sql, RowReader reader) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) reader.read(rows);
            }
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
