package dev.postwire.local.audit;

import dev.postwire.local.audit.Horizon.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One walk over the topics and the tables, while traffic flows: what had come in when it began is waited for, for a while; the
 * tables are looked at as they stood at one moment, and each topic at least as far as they had it. Memory goes with the posts of
 * one partition, not with their bodies.
 */
final class Audit {
    private static final long PAUSE_MILLIS = 200;

    private final Bus bus;
    private final Database database;
    private final Duration wait;

    /** Opens a session with the database. */
    @FunctionalInterface
    interface Database {
        Connection connect() throws SQLException;
    }

    Audit(Bus bus, Database database, Duration wait) {
        this.bus = bus;
        this.database = database;
        this.wait = wait;
    }

    /** Where each partition of the topics ends. */
    private record Ends(Map<Integer, Long> enriched, Map<Integer, Long> rejected, Map<Integer, Long> ledger) {
        boolean reached(Ends stored) {
            return reached(enriched, stored.enriched)
                    && reached(rejected, stored.rejected)
                    && reached(ledger, stored.ledger);
        }

        private static boolean reached(Map<Integer, Long> ends, Map<Integer, Long> stored) {
            return ends.entrySet().stream().allMatch(end -> stored.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    Findings run() throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        Findings findings = new Findings();
        long deadline = System.nanoTime() + wait.toNanos();
        Map<Integer, Long> rawEnds = bus.ends(Bus.RAW);
        Map<Integer, Long> settled = awaitEnrichers(rawEnds, deadline);
        Ends ends = new Ends(bus.ends(Bus.ENRICHED), bus.ends(Bus.REJECTED), bus.ends(Bus.LEDGER));
        awaitTables(ends, deadline);
        Map<Integer, Long> rejectedStarts = bus.starts(Bus.REJECTED);
        long tombstonesSince = bus.tombstonesSince(Bus.ENRICHED);
        try (SqlTables tables = new SqlTables(database.connect())) {
            Ends stored = stored(tables);
            offsets(findings, settled, stored);
            for (int partition = 0; partition < rawEnds.size(); partition++) {
                Horizon horizon = new Horizon(
                        rawEnds.get(partition),
                        Math.min(rawEnds.get(partition), settled.get(partition)),
                        rejectedStarts.getOrDefault(partition, 0L),
                        new Stored(
                                stored.enriched().getOrDefault(partition, 0L),
                                stored.rejected().getOrDefault(partition, 0L),
                                stored.ledger().getOrDefault(partition, 0L)),
                        tombstonesSince);
                partition(new PartitionLog(partition), horizon, ends, tables, findings);
            }
            tables.unnumbered(id -> findings.add(Kind.CHANGE_MISSING, "post", id, "no number among the changes"));
            tables.groundless(id ->
                    findings.add(Kind.CHANGE_UNACCOUNTED, "change", id, "neither a row nor an erasure stands for it"));
        }
        return findings;
    }

    private Map<Integer, Long> awaitEnrichers(Map<Integer, Long> ends, long deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            Map<Integer, Long> committed = bus.enriched();
            boolean there = ends.entrySet().stream().allMatch(end -> committed.get(end.getKey()) >= end.getValue());
            if (there || System.nanoTime() > deadline) return committed;
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void awaitTables(Ends ends, long deadline) throws SQLException, InterruptedException {
        while (true) {
            try (SqlTables tables = new SqlTables(database.connect())) {
                if (ends.reached(stored(tables)) || System.nanoTime() > deadline) return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static Ends stored(Tables tables) throws SQLException {
        return new Ends(tables.consumed(Bus.ENRICHED), tables.consumed(Bus.REJECTED), tables.consumed(Bus.LEDGER));
    }

    private void offsets(Findings findings, Map<Integer, Long> settled, Ends stored)
            throws ExecutionException, InterruptedException, TimeoutException {
        ahead(findings, Bus.RAW, settled);
        ahead(findings, Bus.ENRICHED, stored.enriched());
        ahead(findings, Bus.REJECTED, stored.rejected());
        ahead(findings, Bus.LEDGER, stored.ledger());
    }

    private void ahead(Findings findings, String topic, Map<Integer, Long> consumed)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<Integer, Long> ends = bus.ends(topic);
        consumed.forEach((partition, offset) -> {
            long end = ends.getOrDefault(partition, 0L);
            if (offset > end) {
                String place = topic + "-" + partition + "@" + offset;
                findings.add(Kind.OFFSET_AHEAD, place, "", "consumed up to there, the topic ends at " + end);
            }
        });
    }

    private void partition(PartitionLog log, Horizon horizon, Ends ends, Tables tables, Findings findings)
            throws SQLException, TimeoutException {
        RecordReader reader = new RecordReader(log, findings);
        int number = log.partition;
        bus.read(Bus.RAW, number, horizon.rawEnd(), reader::raw);
        bus.read(
                Bus.LEDGER,
                number,
                Math.max(ends.ledger().get(number), horizon.stored().ledger()),
                reader::entry);
        bus.read(
                Bus.ENRICHED,
                number,
                Math.max(ends.enriched().get(number), horizon.stored().enriched()),
                reader::result);
        bus.read(
                Bus.REJECTED,
                number,
                Math.max(ends.rejected().get(number), horizon.stored().rejected()),
                reader::rejected);
        check(log, horizon, tables, findings);
    }

    /** All rules over one partition. */
    static void check(PartitionLog log, Horizon horizon, Tables tables, Findings findings) throws SQLException {
        findings.checked("rawRecords", log.raw.size());
        findings.checked("ledgerEntries", log.entries.size());
        findings.checked("enrichedRecords", log.results.size());
        findings.checked("rejectedRecords", log.rejected.size());
        Scene scene = new Scene(log, horizon, findings);
        LongRows withoutEntry = new EntryRules(scene).check();
        new CurrentRules(scene).check();
        new ResultRules(scene).check();
        new DeadLetterRules(scene).check();
        new TableRules(scene, tables).check(withoutEntry);
    }
}
