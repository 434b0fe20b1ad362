package dev.postwire.local.imports;

import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * What was imported before: of each post a hash of what was sent, once it was stored. A hash table in a mapped file, so that neither its
 * size nor that of an import is bounded by memory, and all that was written is there after a kill. A post that comes several times in one
 * run, as the captures of a page in a web archive, has an entry each time, so that a second run finds each as it was. Thread-safe.
 */
final class Journal implements AutoCloseable {
    /** Whether a post is to be sent. */
    enum Standing {
        NEW,
        UNCHANGED,
        /** A post of the same name came from another source, which is still there. */
        OTHERS
    }

    /**
     * A post as the journal met it in this run.
     *
     * @param key of the entry that is to be written once it is stored
     * @param source where the other one came from, where the standing is {@code OTHERS}
     */
    record Meeting(Standing standing, byte[] key, byte[] content, long source) {}

    private static final int HASH = 16;
    private static final int CONTENT = HASH;
    private static final int SOURCE = 2 * HASH;
    private static final int RUN = SOURCE + Long.BYTES;
    /** How often it came in that run; below zero once any of them was sent. */
    private static final int TIMES = RUN + Integer.BYTES;

    private static final int SLOT = TIMES + Integer.BYTES;
    private static final int HEAD = 16;
    private static final int MAGIC = 0x50574a31;
    private static final int RUN_NUMBER = 4;
    private static final int USED = 8;
    private static final int SMALLEST = 4096;
    private static final int LARGEST = Integer.MAX_VALUE / SLOT / 2;

    private final Path file;
    private MappedByteBuffer map;
    private int capacity;
    private final int run;

    Journal(Path file) {
        this.file = file;
        try {
            if (!Files.exists(file) || !open()) create(file, SMALLEST);
            open();
        } catch (IOException e) {
            throw new PartFailure("the journal " + file + " cannot be used: " + e.getMessage(), e);
        }
        this.run = map.getInt(RUN_NUMBER) + 1;
        map.putInt(RUN_NUMBER, run);
    }

    /**
     * Notes that a post was found.
     *
     * @param owned whether a post of its name is another source's, if it came from one
     */
    synchronized Meeting meet(String identity, byte[] said, byte[] bytes, long source, boolean owned) {
        byte[] key = Arrays.copyOf(Hash.of(identity.getBytes(StandardCharsets.UTF_8)), HASH);
        byte[] content = Arrays.copyOf(Hash.of(said, bytes), HASH);
        int first = slot(key);
        long before = map.getLong(first + SOURCE);
        boolean known = Arrays.equals(content, read(first + CONTENT));
        if (owned && before != 0 && before != source && !known) {
            return new Meeting(Standing.OTHERS, key, content, before);
        }
        int times = count(first);
        int number = Math.abs(times);
        byte[] entry = number == 1
                ? key
                : Arrays.copyOf(
                        Hash.of(key, ByteBuffer.allocate(4).putInt(number).array()), HASH);
        if (number > 1) {
            int slot = slot(entry); // may move all others
            known = Arrays.equals(content, read(slot + CONTENT));
        }
        map.putLong(slot(key) + SOURCE, source);
        if (known && times > 0) return new Meeting(Standing.UNCHANGED, entry, content, source);
        // What was sent before in this run took the place of whatever the journal knows.
        map.putInt(slot(key) + TIMES, -number);
        return new Meeting(Standing.NEW, entry, content, source);
    }

    /** Notes that what was met is stored now. */
    synchronized void stored(Meeting meeting) {
        write(slot(meeting.key()) + CONTENT, meeting.content());
    }

    @Override
    public synchronized void close() {
        map.force();
    }

    /** How often the post came in this run, this time included. */
    private int count(int slot) {
        int times = map.getInt(slot + RUN) == run ? map.getInt(slot + TIMES) : 0;
        int counted = times < 0 ? times - 1 : times + 1;
        map.putInt(slot + RUN, run);
        map.putInt(slot + TIMES, counted);
        return counted;
    }

    /** Where the entry of that key is; it is made where there is none. */
    private int slot(byte[] key) {
        int slot = find(key);
        if (!isFree(slot)) return slot;
        if (map.getInt(USED) >= capacity / 2) {
            grow();
            slot = find(key);
        }
        write(slot, key);
        map.putInt(USED, map.getInt(USED) + 1);
        return slot;
    }

    private int find(byte[] key) {
        int at = (ByteBuffer.wrap(key).getInt() & Integer.MAX_VALUE) % capacity;
        int slot = HEAD + at * SLOT;
        while (!isFree(slot) && !Arrays.equals(key, read(slot))) {
            at = (at + 1) % capacity;
            slot = HEAD + at * SLOT;
        }
        return slot;
    }

    private boolean isFree(int slot) {
        return map.getLong(slot) == 0 && map.getLong(slot + Long.BYTES) == 0;
    }

    private byte[] read(int at) {
        byte[] bytes = new byte[HASH];
        map.get(at, bytes);
        return bytes;
    }

    private void write(int at, byte[] bytes) {
        map.put(at, bytes);
    }

    private void grow() {
        if (capacity > LARGEST / 2) throw new PartFailure("the journal " + file + " is full");
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        MappedByteBuffer old = map;
        int slots = capacity;
        try {
            create(aside, capacity * 2);
            map = map(aside);
            capacity *= 2;
            map.putInt(RUN_NUMBER, old.getInt(RUN_NUMBER)).putInt(USED, old.getInt(USED));
            for (int at = 0; at < slots; at++) copy(old, HEAD + at * SLOT);
            map.force();
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("the journal " + file + " cannot grow: " + e.getMessage(), e);
        }
    }

    private void copy(MappedByteBuffer old, int from) {
        byte[] slot = new byte[SLOT];
        old.get(from, slot);
        byte[] key = Arrays.copyOf(slot, HASH);
        if (Arrays.equals(key, new byte[HASH])) return;
        map.put(find(key), slot);
    }

    private boolean open() throws IOException {
        long slots = (Files.size(file) - HEAD) / SLOT;
        if (slots < SMALLEST || slots > LARGEST) return false;
        map = map(file);
        capacity = (int) slots;
        return map.getInt(0) == MAGIC;
    }

    private static void create(Path file, int capacity) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), HEAD + (long) capacity * SLOT - 1);
            channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, MAGIC), 0);
        }
    }

    private static MappedByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, channel.size());
        }
    }
}
