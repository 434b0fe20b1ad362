package dev.postwire.local.imports;

import dev.postwire.local.call.Screen;
import dev.postwire.local.call.Services;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The import as a program of its own, whose memory is its own. */
public final class ImportMain {
    private static final int REJECTED = 1;

    private final ImportOrder order;
    private final Path folder;
    private final PrintStream out = Screen.out();
    private final AtomicBoolean told = new AtomicBoolean();

    private ImportMain(ImportOrder order) {
        this.order = order;
        this.folder = Path.of(order.folder());
    }

    /** The argument is an {@link ImportOrder}; the key is in the environment. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ImportMain main = new ImportMain(ImportOrder.read(arguments[0]));
        try {
            System.exit(main.order.ingest().isEmpty() ? main.rehearse() : main.run());
        } catch (PartFailure e) {
            Screen.err().println("postwire: " + e.getMessage());
            System.exit(REJECTED);
        }
    }

    private Sources sources() {
        return new Sources(new ItemMaker(order.siteAddress(), order.prefix()), order.drafts());
    }

    private int run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Services services = order.services(
                Optional.ofNullable(System.getenv(Services.KEY_VARIABLE)).filter(key -> !key.isBlank()));
        Sources sources = sources();
        long size = 0;
        for (String path : order.paths()) size += sources.size(Path.of(path));
        try (FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) throw new PartFailure("another import into this stand is running");
            return run(services, sources, size);
        }
    }

    private int run(Services services, Sources sources, long size) throws IOException, InterruptedException {
        try (Journal journal = new Journal(journal());
                Outcomes outcomes = new Outcomes(folder.resolve("rejected.txt"));
                Progress progress = new Progress(size, outcomes::settled)) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> tell(outcomes, progress, "; interrupted, the same command goes on")));
            ImportRun run = new ImportRun(
                    order, services, journal, new SourceNames(folder.resolve("sources")), outcomes, progress);
            try {
                run.run(sources);
            } catch (PartFailure e) {
                tell(outcomes, progress, "; not finished, the same command goes on");
                throw e;
            }
            tell(outcomes, progress, "");
            return outcomes.anyRejected() ? REJECTED : 0;
        }
    }

    /** Once, however it ends. */
    private void tell(Outcomes outcomes, Progress progress, String end) {
        if (!told.compareAndSet(false, true)) return;
        progress.close();
        out.println(outcomes.summary(Pace.of(outcomes.sent(), progress.taken()) + end));
        out.flush();
    }

    /** On a copy of the journal: nothing is changed. */
    private int rehearse() throws IOException, InterruptedException {
        Path copies = Files.createTempDirectory("postwire-import");
        Path copy = copies.resolve("journal");
        try {
            if (Files.exists(journal())) Files.copy(journal(), copy, StandardCopyOption.REPLACE_EXISTING);
            return rehearse(copy, new SourceNames(copies.resolve("sources")), copies.resolve("rejected.txt"));
        } finally {
            dev.postwire.local.part.Folders.delete(copies);
        }
    }

    private int rehearse(Path copy, SourceNames names, Path rejected) throws IOException, InterruptedException {
        try (Journal journal = new Journal(copy);
                Outcomes outcomes = new Outcomes(rejected)) {
            Rehearsal rehearsal = new Rehearsal(journal, outcomes, order.again(), out);
            Sources sources = sources();
            for (String path : order.paths()) {
                rehearsal.of(Path.of(path), names);
                sources.read(Path.of(path), rehearsal);
            }
            out.println(outcomes.summary("; " + rehearsal.items() + " would be sent"));
            return outcomes.anyRejected() ? REJECTED : 0;
        }
    }

    /** Each stand has its own: what one knows another does not. */
    private Path journal() {
        return folder.resolve("journal");
    }
}
