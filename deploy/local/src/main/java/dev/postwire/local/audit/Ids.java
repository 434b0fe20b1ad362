package dev.postwire.local.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers the ids of a partition from 0 and keeps each once, as bytes in one array. For one thread. */
final class Ids {
    private static final double FULLEST = 0.6;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int[] slots = new int[1 << 9]; // number + 1; 0 is empty
    private int size;

    /** The number of that id, a new one where it was not met before. */
    int number(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        int slot = slot(key);
        if (slots[slot] != 0) return slots[slot] - 1;
        add(key);
        slots[slot] = size;
        if (size > slots.length * FULLEST) grow();
        return size - 1;
    }

    String id(int number) {
        int start = start(number);
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    int size() {
        return size;
    }

    private void add(byte[] key) {
        int start = size == 0 ? 0 : ends[size - 1];
        while (start + key.length > bytes.length) bytes = Arrays.copyOf(bytes, bytes.length * 2);
        if (size == ends.length) ends = Arrays.copyOf(ends, ends.length * 2);
        System.arraycopy(key, 0, bytes, start, key.length);
        ends[size++] = start + key.length;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) slots[slot(Arrays.copyOfRange(bytes, start(i), ends[i]))] = i + 1;
    }

    private int slot(byte[] key) {
        int hash = Arrays.hashCode(key);
        int at = (hash ^ hash >>> 15) & (slots.length - 1);
        while (slots[at] != 0 && !matches(slots[at] - 1, key)) at = (at + 1) & (slots.length - 1);
        return at;
    }

    private boolean matches(int number, byte[] key) {
        return Arrays.equals(bytes, start(number), ends[number], key, 0, key.length);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }
}
