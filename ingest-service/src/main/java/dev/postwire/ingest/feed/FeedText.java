package dev.postwire.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a feed (RFC 7303, section 3): a byte order mark tells, else what the call said, else the XML declaration, else it
 * is UTF-8. Where bytes do not fit what was told, UTF-8 is tried, and then windows-1252, in which anything reads as something.
 */
final class FeedText {
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml[^>]{0,100}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z][\\w.:-]{0,40})[\"']");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private FeedText() {}

    /**
     * @param said the charset the call gave, may be null
     */
    static String of(byte[] bytes, String said) {
        int mark = markLength(bytes);
        if (mark > 0) return decode(bytes, mark, marked(bytes)).orElseGet(() -> anyhow(bytes, mark));
        Charset unmarked = unmarked(bytes);
        if (unmarked != null) return decode(bytes, 0, unmarked).orElseGet(() -> anyhow(bytes, 0));
        return charset(said)
                .or(() -> charset(declared(bytes)))
                .flatMap(charset -> decode(bytes, 0, charset))
                .orElseGet(() -> anyhow(bytes, 0));
    }

    private static String anyhow(byte[] bytes, int from) {
        return decode(bytes, from, StandardCharsets.UTF_8)
                .orElseGet(() -> new String(bytes, from, bytes.length - from, WINDOWS));
    }

    private static Optional<String> decode(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int markLength(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) return 3;
        if (starts(bytes, 0xff, 0xfe, 0, 0) || starts(bytes, 0, 0, 0xfe, 0xff)) return 4;
        return starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff) ? 2 : 0;
    }

    private static Charset marked(byte[] bytes) {
        if (starts(bytes, 0xef)) return StandardCharsets.UTF_8;
        if (starts(bytes, 0xff, 0xfe, 0, 0)) return Charset.forName("UTF-32LE");
        if (starts(bytes, 0, 0)) return Charset.forName("UTF-32BE");
        return starts(bytes, 0xff) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** Wide characters without a mark show by the zeros beside the first sign, which is a {@code <} or a brace. */
    private static Charset unmarked(byte[] bytes) {
        if (starts(bytes, 0, 0, 0, '<')) return Charset.forName("UTF-32BE");
        if (starts(bytes, '<', 0, 0, 0)) return Charset.forName("UTF-32LE");
        if (starts(bytes, 0, '<') || starts(bytes, 0, '{')) return StandardCharsets.UTF_16BE;
        return starts(bytes, '<', 0) || starts(bytes, '{', 0) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean starts(byte[] bytes, int... octets) {
        if (bytes.length < octets.length) return false;
        for (int i = 0; i < octets.length; i++) {
            if ((bytes[i] & 0xff) != octets[i]) return false;
        }
        return true;
    }

    private static String declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(DECLARATION, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(head);
        return encoding.find() ? encoding.group(1) : null;
    }

    private static Optional<Charset> charset(String name) {
        try {
            if (name == null || !Charset.isSupported(name)) return Optional.empty();
            Charset charset = Charset.forName(name);
            // By the WHATWG's rule: what says it is Latin 1 or ASCII is windows-1252, which has all of their signs.
            boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return Optional.of(latin ? WINDOWS : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty(); // no charset: as if nothing had been said
        }
    }
}
