package dev.postwire.local.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandState.PartState;
import dev.postwire.local.stand.StandState.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code run/state.json}: written whole or not at all. */
public final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public StateFile(Path file) {
        this.file = file;
    }

    /** The state last written; empty when there is none, or none that can be read. */
    public Optional<StandState> read() {
        try {
            return Optional.of(parse(JSON.readTree(file.toFile())));
        } catch (IOException | RuntimeException e) { // a foreign file is as good as none
            return Optional.empty();
        }
    }

    public synchronized void write(StandState state) {
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".new");
            Files.write(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(render(state)));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("the state cannot be written to " + file + ": " + e, e);
        }
    }

    public synchronized void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PartFailure(file + " cannot be deleted: " + e, e);
        }
    }

    private static ObjectNode render(StandState state) {
        ObjectNode root = JSON.createObjectNode();
        root.set("supervisor", render(state.supervisor()));
        root.put("phase", state.phase().name().toLowerCase(Locale.ROOT));
        root.set("ports", JSON.valueToTree(state.ports()));
        ArrayNode parts = root.putArray("parts");
        for (PartState part : state.parts()) {
            ObjectNode node = parts.addObject();
            node.put("name", part.name());
            part.process().ifPresent(id -> node.set("process", render(id)));
            node.put("port", part.port());
            node.put("healthy", part.healthy());
            node.put("restarts", part.restarts());
            node.put("detail", part.detail());
        }
        return root;
    }

    private static ObjectNode render(ProcessId id) {
        return JSON.createObjectNode()
                .put("pid", id.pid())
                .put("startedAt", id.startedAt().toString());
    }

    private static StandState parse(JsonNode root) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        root.path("ports")
                .properties()
                .forEach(port -> ports.put(port.getKey(), port.getValue().asInt()));
        List<PartState> parts = new ArrayList<>();
        for (JsonNode node : root.path("parts")) {
            parts.add(new PartState(
                    node.path("name").asText(),
                    node.has("process") ? Optional.of(parseId(node.path("process"))) : Optional.empty(),
                    node.path("port").asInt(),
                    node.path("healthy").asBoolean(),
                    node.path("restarts").asInt(),
                    node.path("detail").asText()));
        }
        Phase phase = Phase.valueOf(root.path("phase").asText().toUpperCase(Locale.ROOT));
        return new StandState(parseId(root.path("supervisor")), phase, ports, parts);
    }

    private static ProcessId parseId(JsonNode node) {
        return new ProcessId(
                node.path("pid").asLong(), Instant.parse(node.path("startedAt").asText()));
    }
}
