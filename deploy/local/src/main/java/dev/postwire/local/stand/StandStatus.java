package dev.postwire.local.stand;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.local.kafka.KafkaProbe;
import dev.postwire.local.part.Health;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.postgres.PostgresProbe;
import dev.postwire.local.service.ServiceProbe;
import dev.postwire.local.stand.StandState.PartState;
import dev.postwire.local.stand.StandState.Phase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a stand is right now, looked at rather than remembered: each part's process and a probe of its port.
 *
 * @param up its supervisor runs
 * @param phase as the supervisor wrote it last
 */
public record StandStatus(StandFolder folder, boolean up, Optional<Phase> phase, List<PartStatus> parts) {

    /** One part; the memory is that of its process and all below it. */
    public record PartStatus(PartState part, Health health, long residentBytes) {}

    public static StandStatus look(StandFolder folder) {
        Optional<StandState> state = new StateFile(folder.state()).read();
        boolean up = state.map(StandState::supervisor).flatMap(ProcessId::find).isPresent();
        List<PartStatus> parts = state.map(StandState::parts).orElse(List.of()).stream()
                .map(StandStatus::look)
                .toList();
        return new StandStatus(folder, up, state.map(StandState::phase), parts);
    }

    private static PartStatus look(PartState part) {
        if (part.process().flatMap(ProcessId::find).isEmpty()) {
            return new PartStatus(part, Health.silent(part.detail()), 0);
        }
        long resident = part.process().map(Memory::resident).orElseThrow().orElse(0);
        return new PartStatus(part, probe(part), resident);
    }

    private static Health probe(PartState part) {
        return switch (part.name()) {
            case "postgres" -> PostgresProbe.probe(part.port(), "postwire");
            case "kafka" -> KafkaProbe.probe(part.port());
            default -> ServiceProbe.probe(part.port());
        };
    }

    /** The supervisor runs and every part does its work. */
    public boolean healthy() {
        return up && parts.stream().allMatch(part -> part.health().ready());
    }

    public long residentBytes() {
        return parts.stream().mapToLong(PartStatus::residentBytes).sum();
    }

    /** For programs: {@code up}, {@code healthy}, {@code phase}, {@code data}, {@code residentBytes}, {@code parts}. */
    public ObjectNode json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("up", up).put("healthy", healthy());
        phase.ifPresent(value -> root.put("phase", value.name().toLowerCase(Locale.ROOT)));
        root.put("data", folder.root().toString()).put("residentBytes", residentBytes());
        ArrayNode list = root.putArray("parts");
        for (PartStatus status : parts) {
            ObjectNode node = list.addObject().put("name", status.part().name());
            status.part().process().flatMap(ProcessId::find).ifPresent(process -> node.put("pid", process.pid()));
            node.put("port", status.part().port())
                    .put("healthy", status.health().ready())
                    .put("restarts", status.part().restarts())
                    .put("residentBytes", status.residentBytes());
            if (!status.health().ready()) {
                node.put("detail", status.health().detail());
            }
        }
        return root;
    }
}
