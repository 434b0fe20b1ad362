package dev.postwire.ingest.post;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A caller's name for one submission, so that sending it again is no second one. All that is derived from it is the same on every
 * instance and in every process, and differs between callers: nobody can guess or take up another's key.
 *
 * @param caller who sends; empty where nobody said
 * @param part which submission of a call that has many, from 1; 0 for a call of one
 */
public record IdempotencyKey(Optional<String> caller, String key, long part) {
    /** The allowed form: visible ASCII. */
    public static final String FORM = "[\\x21-\\x7e]{1,255}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final int UUID_BYTES = 16;

    public IdempotencyKey {
        Objects.requireNonNull(caller, "caller");
        if (!allowed(key)) throw new IllegalArgumentException("key is not of the form " + FORM);
        if (part < 0) throw new IllegalArgumentException("part is negative");
    }

    static boolean allowed(String key) {
        return PATTERN.matcher(key).matches();
    }

    /** As the header has it: a string of RFC 9651 in quotes, as the draft of the header asks for, or bare, as many send it. */
    public static Optional<IdempotencyKey> ofHeader(Optional<String> caller, String header) {
        String text = header.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        String key = quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\([\"\\\\])", "$1") : text;
        return allowed(key) ? Optional.of(new IdempotencyKey(caller, key, 0)) : Optional.empty();
    }

    /** The key of one submission of many that came under this one. */
    public IdempotencyKey part(long number) {
        return new IdempotencyKey(caller, key, number);
    }

    /** A UUID of version 8 (RFC 9562): the first bits of a SHA-256. */
    public String eventId() {
        byte[] hash = hash("event");
        long most = 0;
        long least = 0;
        for (int i = 0; i < UUID_BYTES / 2; i++) {
            most = most << Byte.SIZE | hash[i] & 0xff;
            least = least << Byte.SIZE | hash[UUID_BYTES / 2 + i] & 0xff;
        }
        return new UUID(most & ~0xf000L | 0x8000L, least & ~(3L << 62) | 1L << 63).toString();
    }

    /** The id of a post that says neither its id nor its URL: all that comes under one key is then one post, whatever its bytes. */
    PostId postId() {
        return PostId.ofHash(hash("post"));
    }

    @Override
    public String toString() {
        return "IdempotencyKey[part=" + part + "]";
    }

    // Lengths go in, so that no caller's name and key can be read as another's.
    private byte[] hash(String what) {
        String whole = what + "\n"
                + caller.map(name -> "caller " + name.length() + "\n" + name).orElse("nobody\n") + key.length() + "\n"
                + key + "\n" + part;
        return PostId.sha256(whole.getBytes(StandardCharsets.UTF_8));
    }
}
