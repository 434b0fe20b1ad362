package dev.postwire.enrich.bounds;

import java.util.Base64;
import java.util.Random;

/** What bombs of several formats are made of. */
final class Pieces {
    private Pieces() {}

    /** Each with its number, as many as fit in the size limit with some to spare. */
    static String numbered(String format, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < most && text.length() < Bomb.LARGEST - 1_000; i++)
            text.append(format.replace("%1$d", "%d").replace("%d", Integer.toString(i)));
        return text.toString();
    }

    static String base64() {
        byte[] image = new byte[750_000];
        new Random(3).nextBytes(image);
        return Base64.getEncoder().encodeToString(image);
    }
}
