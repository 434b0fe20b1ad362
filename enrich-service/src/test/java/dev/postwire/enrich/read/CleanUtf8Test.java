package dev.postwire.enrich.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.enrich.post.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanUtf8Test {
    private static final List<String> PIECES =
            List.of("a", "plain words", " ", "\n", "\t", "\r\n", "\r", "é", "\u00A0", "語", "。", "😀", "’", "\uE000");
    private static final List<byte[]> BROKEN = List.of(
            bytes(0x00),
            bytes(0x0C),
            bytes(0x1B),
            bytes(0x7F),
            bytes(0x80),
            bytes(0xC0, 0x80),
            bytes(0xC2),
            bytes(0xC2, 0x85),
            bytes(0xE0, 0x80, 0x80),
            bytes(0xE8, 0xAA),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xEF, 0xBF, 0xBD),
            bytes(0xEF, 0xBF, 0xBE),
            bytes(0xF0, 0x80, 0x80, 0x80),
            bytes(0xF0, 0x9F, 0x98),
            bytes(0xF4, 0x90, 0x80, 0x80),
            bytes(0xF8, 0x88, 0x80, 0x80),
            bytes(0xFF));

    @Test
    void readsCleanTextAsThePlatformDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String text = words(random);

            assertEquals(Optional.of(CleanText.of(text)), CleanUtf8.decode(text.getBytes(StandardCharsets.UTF_8), 0));
        }
    }

    @Test
    void givesUpWhereAnythingIsBrokenOrToBeCleanedAway() {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = BROKEN.get(random.nextInt(BROKEN.size()));
            byte[] all = joined(words(random), broken, words(random));

            assertEquals(Optional.empty(), CleanUtf8.decode(all, 0), new String(all, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void beginsAfterTheMark() {
        assertEquals(Optional.of("x"), CleanUtf8.decode("\uFEFFx".getBytes(StandardCharsets.UTF_8), 3));
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) text.append(PIECES.get(random.nextInt(PIECES.size())));
        return text.toString();
    }

    private static byte[] joined(String before, byte[] broken, String after) {
        byte[] first = before.getBytes(StandardCharsets.UTF_8);
        byte[] last = after.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + broken.length + last.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(broken, 0, all, first.length, broken.length);
        System.arraycopy(last, 0, all, first.length + broken.length, last.length);
        return all;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
