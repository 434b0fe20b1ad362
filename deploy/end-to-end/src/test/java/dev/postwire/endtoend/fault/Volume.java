package dev.postwire.endtoend.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A tmpfs of a limited size under a part's data, which can be filled up. Only root may mount one, and not everywhere. */
final class Volume implements AutoCloseable {
    private static final int PIECE = 1024 * 1024;

    private final Path folder;

    private Volume(Path folder) {
        this.folder = folder;
    }

    /** Empty, with a line on standard error, where mounting is not permitted. */
    static Optional<Volume> mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int status =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0700", "postwire-fault", "" + folder);
        if (status == 0) return Optional.of(new Volume(folder));
        System.err.println("skipped: no volume can be mounted here, so no disk is filled up");
        return Optional.empty();
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** Takes what is left, to the last byte. */
    void fill() throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) out.write(piece);
        } catch (IOException e) {
            if (Files.size(filler()) == 0) throw e; // else it is full, as wanted
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", "" + folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
