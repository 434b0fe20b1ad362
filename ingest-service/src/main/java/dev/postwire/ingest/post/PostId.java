package dev.postwire.ingest.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name a post goes by for all its life, the same for each retry of the same submission. A caller's own id is 1 to 128 of
 * {@code A-Z a-z 0-9 . _ ~ -}; a derived one is 32 characters of lower-case base32, after the
 * caller's namespace where it has one.
 */
public record PostId(String value) {
    /** The allowed form, for documentation and messages. */
    public static final String FORM = "[A-Za-z0-9._~-]{1,128}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final int DERIVED_BYTES = 20;

    public PostId {
        if (!allowed(value)) throw new IllegalArgumentException("id is not of the form " + FORM);
    }

    /** Empty where the text is not allowed as an id. */
    public static Optional<PostId> of(String text) {
        return allowed(text) ? Optional.of(new PostId(text)) : Optional.empty();
    }

    /** The id of the post at that URL, however the URL was written. */
    public static PostId ofUrl(NormalUrl url) {
        return derived("url\n", url.value().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The id of an entry by the name that its feed gives it.
     *
     * @param scope what the name is unique within; blank where that is the world
     */
    public static PostId ofEntry(String scope, String name) {
        return derived("entry\n", (scope + "\n" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** The id of a post of which nothing is known but its bytes. */
    static PostId ofBytes(byte[] body) {
        return derived("bytes\n", body);
    }

    @Override
    public String toString() {
        return value;
    }

    // "." and ".." would be resolved away in the path of a URL before any server saw them.
    private static boolean allowed(String text) {
        return PATTERN.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    /** The kind goes into the hash, so that a body that is a URL is not taken for the post at that URL. */
    private static PostId derived(String kind, byte[] bytes) {
        return ofHash(sha256(kind.getBytes(StandardCharsets.US_ASCII), bytes));
    }

    static PostId ofHash(byte[] sha256) {
        return new PostId(Base32.lowerCase(sha256, DERIVED_BYTES));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
