package dev.postwire.local.stand;

import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one supervisor of a stand for as long as it lives; the operating system lets go of it when it dies. */
public final class StandLock implements AutoCloseable {
    private final FileChannel channel;

    private StandLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or empty when another process has it. */
    public static Optional<StandLock> tryTake(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new StandLock(channel));
        } catch (IOException e) {
            throw new PartFailure("the lock " + file + " cannot be taken: " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new PartFailure("the lock cannot be given back: " + e, e);
        }
    }
}
