package dev.postwire.local.command;

import dev.postwire.local.call.Services;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandFolder;
import dev.postwire.local.stand.StandState;
import dev.postwire.local.stand.StateFile;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The services a command calls: those of a local stand, or others by their addresses. */
final class ServiceOptions {
    @Mixin
    private StandOptions stand;

    @Option(names = "--query", paramLabel = "URL", description = "the query service of another stand")
    private String query;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the key to show, where the stand asks for one; better in the variable POSTWIRE_KEY")
    private String key;

    StandFolder folder() {
        return stand.folder();
    }

    /** For a command that reads. */
    Services reading() {
        if (query == null) return Services.local(ports(), key());
        URI service = Services.address(query);
        return new Services(service, service, key());
    }

    /** @param ingest the intake of another stand; null for that of the local one */
    Services posting(String ingest) {
        if ((ingest == null) != (query == null)) throw new PartFailure("--ingest and --query go together");
        if (ingest == null) return Services.local(ports(), key());
        return new Services(Services.address(ingest), Services.address(query), key());
    }

    private Optional<String> key() {
        return Optional.ofNullable(key)
                .or(() -> Optional.ofNullable(System.getenv(Services.KEY_VARIABLE)))
                .filter(given -> !given.isBlank());
    }

    private Map<String, Integer> ports() {
        return ports(folder());
    }

    /** Where the parts of a local stand listen. */
    static Map<String, Integer> ports(StandFolder folder) {
        Optional<StandState> state = new StateFile(folder.state()).read();
        boolean up = state.map(StandState::supervisor).flatMap(ProcessId::find).isPresent();
        if (!up) throw new PartFailure("the stand in " + folder.root() + " is not up; run postwire up first");
        return state.get().ports();
    }
}
