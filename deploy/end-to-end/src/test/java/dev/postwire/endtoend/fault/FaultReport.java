package dev.postwire.endtoend.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did and what came of it. Printed, and kept as JSON: {@code seed}, {@code plan}, {@code counts} by name, {@code faults}
 * (kind, where, acknowledged before, lasting and recovery in milliseconds), {@code medianRecoveryMillis} by kind and of all,
 * {@code notToBeHad}: faults of the plan that this machine does not allow.
 */
final class FaultReport {
    private final Plan plan;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Fault> missing = new ArrayList<>();
    private int acknowledged;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** @param recoveryMillis from the end of the fault until everything flowed again */
    private record Entry(Fault fault, int acknowledged, long recoveryMillis) {}

    FaultReport(Plan plan) {
        this.plan = plan;
    }

    void add(Fault fault, int acknowledged, long recoveryMillis) {
        entries.add(new Entry(fault, acknowledged, recoveryMillis));
        System.out.printf(
                Locale.ROOT,
                "%-9s %-20s after %,7d posts, flows again after %,6d ms%n",
                fault.kind(),
                fault.where(),
                acknowledged,
                recoveryMillis);
    }

    /** A fault that this machine does not allow, as a full disk where nothing can be mounted. */
    void notToBeHad(Fault fault) {
        missing.add(fault);
    }

    /** How many submissions were acknowledged in all. */
    void acknowledged(int many) {
        acknowledged = many;
    }

    /** What of the plan was not done though it could have been: such a run shows less than it says. Empty where nothing. */
    List<String> shortfall() {
        List<String> shortfall = new ArrayList<>();
        if (acknowledged < plan.posts()) {
            shortfall.add("only " + acknowledged + " of " + plan.posts() + " posts were acknowledged within "
                    + plan.minutes() + " minutes");
        }
        List<Fault> left = new ArrayList<>(plan.faults());
        entries.forEach(entry -> left.remove(entry.fault()));
        missing.forEach(left::remove);
        left.forEach(fault -> shortfall.add("not run, though it could be had: " + name(fault)));
        return shortfall;
    }

    private static String name(Fault fault) {
        return fault.kind() + " " + fault.where();
    }

    void count(String name, long many) {
        counts.put(name, many);
    }

    private Map<String, Long> medians() {
        Map<String, List<Long>> byKind = new TreeMap<>();
        for (Entry entry : entries) {
            byKind.computeIfAbsent(entry.fault().kind(), kind -> new ArrayList<>())
                    .add(entry.recoveryMillis());
            byKind.computeIfAbsent("all", kind -> new ArrayList<>()).add(entry.recoveryMillis());
        }
        Map<String, Long> medians = new TreeMap<>();
        byKind.forEach((kind, millis) -> {
            millis.sort(null);
            medians.put(kind, millis.get((millis.size() - 1) / 2));
        });
        return medians;
    }

    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("seed", plan.seed()).put("plan", plan.toString());
        counts.forEach(root.putObject("counts")::put);
        medians().forEach(root.putObject("medianRecoveryMillis")::put);
        ArrayNode list = root.putArray("faults");
        entries.forEach(entry -> list.addObject()
                .put("kind", entry.fault().kind())
                .put("where", entry.fault().where())
                .put("acknowledged", entry.acknowledged())
                .put("lastingMillis", entry.fault().lasting().toMillis())
                .put("recoveryMillis", entry.recoveryMillis()));
        ArrayNode without = root.putArray("notToBeHad");
        missing.forEach(fault -> without.add(name(fault)));
        Files.createDirectories(file.getParent());
        Files.writeString(file, root.toPrettyString());
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("fault run of seed " + plan.seed() + ": " + entries.size() + " faults\n");
        counts.forEach((name, many) -> text.append(String.format(Locale.ROOT, "  %-45s %,10d%n", name, many)));
        medians()
                .forEach((kind, millis) -> text.append(String.format(
                        Locale.ROOT, "  %-45s %,10d%n", "median ms until it flows again, " + kind, millis)));
        missing.forEach(fault -> text.append("  not to be had on this machine: ")
                .append(name(fault))
                .append('\n'));
        return text.toString();
    }
}
