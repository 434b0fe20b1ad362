package dev.postwire.endtoend;

import dev.postwire.local.part.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the tests of this module one stand: up before the first that asks for it, down after the last. They come in the order that is
 * told here, for each sees what those before it left.
 */
final class SharedStand implements ParameterResolver {
    /** A browser counts what there is. */
    static final int PAGE = 1;

    static final int POSTS = 2;
    /** Behind those that look for the samples: an import posts them again under other ids, and of copies searches show one. */
    static final int COMMANDS = 3;
    /** Of what all did. */
    static final int AUDIT = 4;

    static final int DOWN = 5;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stand.class;
    }

    @Override
    public Stand resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, key -> Running.up(), Running.class)
                .stand();
    }

    /** Ended by JUnit when all tests are over. */
    private record Running(Stand stand, Path folder) implements AutoCloseable {
        static Running up() {
            try {
                Path folder = Files.createTempDirectory("postwire-end-to-end-");
                Stand stand = new Stand(folder.resolve("stand"));
                stand.up();
                return new Running(stand, folder);
            } catch (Exception e) {
                throw new IllegalStateException("the stand does not come up", e);
            }
        }

        @Override
        public void close() throws IOException {
            stand.close();
            Folders.delete(folder);
        }
    }
}
