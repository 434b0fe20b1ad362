package dev.postwire.local.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a part's process is started.
 *
 * @param command program and arguments
 * @param environment set beside the inherited environment, from which what is meant for the postwire command and for
 *     PostgreSQL's clients has been removed
 * @param log where standard output and error are appended
 */
public record Launch(List<String> command, Map<String, String> environment, Path log) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(log, "log");
    }
}
