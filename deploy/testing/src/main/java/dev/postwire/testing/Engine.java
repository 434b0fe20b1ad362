package dev.postwire.testing;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;

/**
 * Decides between containers and the embedded parts, by the system property {@code postwire.test.parts}:
 * {@code containers}, {@code embedded}, or {@code auto}, which takes containers where an engine answers and the image can
 * be had, and otherwise says in one line that it does not.
 */
final class Engine {
    private static final System.Logger LOGGER = System.getLogger(Engine.class.getName());
    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private Engine() {}

    static SharedPart start(Supplier<SharedPart> container, Supplier<SharedPart> embedded) {
        return switch (System.getProperty("postwire.test.parts", "auto")) {
            case "containers" -> container.get();
            case "embedded" -> embedded.get();
            case "auto" -> containerOrEmbedded(container, embedded);
            default -> throw new IllegalArgumentException("postwire.test.parts must be auto, embedded or containers");
        };
    }

    private static SharedPart containerOrEmbedded(Supplier<SharedPart> container, Supplier<SharedPart> embedded) {
        if (!answers()) {
            LOGGER.log(Level.INFO, "no container engine answers, using the embedded parts");
            return embedded.get();
        }
        try {
            return container.get();
        } catch (RuntimeException e) { // Testcontainers has no narrower type for an image that cannot be had
            LOGGER.log(Level.INFO, "no container, using the embedded part cause=" + rootOf(e));
            return embedded.get();
        }
    }

    private static boolean answers() {
        // Asking Testcontainers where there is no engine would write a page of errors.
        boolean named = System.getenv("DOCKER_HOST") != null || Files.exists(SOCKET);
        return named && DockerClientFactory.instance().isDockerAvailable();
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
