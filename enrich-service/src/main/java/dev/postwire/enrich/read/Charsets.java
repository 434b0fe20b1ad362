package dev.postwire.enrich.read;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.postwire.enrich.post.CleanText;
import dev.postwire.enrich.post.Reason;
import dev.postwire.enrich.post.UnreadableException;
import dev.postwire.enrich.post.Warning;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text. The byte order mark is believed first, then the declared charset, then an HTML page's own word, then UTF-8, each
 * only if every byte fits it; what fits none is guessed from its statistics. Bytes that make no text at all are refused.
 */
final class Charsets {
    /** More than this share of control characters is no text: real text has none, random bytes have a tenth. */
    private static final double MOST_CONTROLS = 0.01;
    /** HTML's own limit for a page to name its charset in. */
    private static final int META_WITHIN_BYTES = 1024;
    /** Enough for the statistics; more only costs time. */
    private static final int DETECT_BYTES = 64 * 1024;

    /** So many characters beyond ASCII must be right for each that is broken. */
    private static final int FITTING_FOR_ONE_FLAW = 10;

    private static final Pattern META_CHARSET =
            Pattern.compile("(?i)<meta[^>]{1,200}?charset\\s{0,5}=\\s{0,5}[\"']?([\\w.:+-]{1,40})");

    private Charsets() {}

    static Decoded decode(byte[] bytes, MediaType type) {
        Decoded decoded = byMark(bytes)
                .or(() -> byNames(bytes, type))
                .or(() -> flawedUtf8(bytes))
                .orElseGet(() -> detect(bytes));
        refuseControls(decoded.text());
        return decoded.cleaned();
    }

    /** Text, how it was found, and what was odd on the way. */
    record Decoded(String text, String charset, List<Warning> warnings) {
        private Decoded cleaned() {
            return new Decoded(CleanText.of(text), charset, warnings);
        }
    }

    private static Optional<Decoded> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) return strict(bytes, 3, StandardCharsets.UTF_8);
        if (startsWith(bytes, 0xFF, 0xFE)) return strict(bytes, 2, StandardCharsets.UTF_16LE);
        if (startsWith(bytes, 0xFE, 0xFF)) return strict(bytes, 2, StandardCharsets.UTF_16BE);
        return Optional.empty();
    }

    private static Optional<Decoded> byNames(byte[] bytes, MediaType type) {
        List<Warning> warnings = new ArrayList<>();
        List<String> names = new ArrayList<>();
        type.charset().ifPresent(names::add);
        if (type.name().equals(MediaType.HTML)) metaCharset(bytes).ifPresent(names::add);
        names.add("UTF-8");
        for (String name : names) {
            Optional<Decoded> decoded = known(name).flatMap(charset -> strict(bytes, 0, charset));
            if (decoded.isPresent()) {
                return decoded.map(d -> new Decoded(d.text(), d.charset(), warnings));
            }
            if (!name.equals("UTF-8")) {
                warnings.add(new Warning("charset-wrong", "declared as " + name + ", but the bytes do not fit it"));
            }
        }
        return Optional.empty();
    }

    /** UTF-8 with a broken byte here and there, as from a cut or a stray quote: no other charset fits the rest so well. */
    private static Optional<Decoded> flawedUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long flaws = text.chars().filter(c -> c == '\uFFFD').count();
        long foreign = text.chars().filter(c -> c > '\u007F' && c != '\uFFFD').count();
        if (flaws * FITTING_FOR_ONE_FLAW > foreign) return Optional.empty();
        return Optional.of(new Decoded(
                text,
                StandardCharsets.UTF_8.name(),
                List.of(new Warning(
                        "charset-flawed", "read as UTF-8, of which " + flaws + " bytes or more are broken"))));
    }

    private static Decoded detect(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > DETECT_BYTES ? Arrays.copyOf(bytes, DETECT_BYTES) : bytes);
        CharsetMatch match = detector.detect();
        Charset charset =
                Optional.ofNullable(match).flatMap(m -> known(m.getName())).orElse(StandardCharsets.UTF_8);
        return new Decoded(
                new String(bytes, charset),
                charset.name(),
                List.of(new Warning(
                        "charset-guessed", "read as " + charset.name() + " by the statistics of its bytes")));
    }

    private static Optional<String> metaCharset(byte[] bytes) {
        int length = Math.min(bytes.length, META_WITHIN_BYTES);
        Matcher matcher = META_CHARSET.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> known(String name) {
        try {
            // The web reads Latin-1 as its superset, and so did the author's browser.
            return Optional.of(Charset.forName(name.equalsIgnoreCase("iso-8859-1") ? "windows-1252" : name));
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static Optional<Decoded> strict(byte[] bytes, int from, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return Optional.of(new Decoded(text, charset.name(), List.of()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void refuseControls(String text) {
        long controls = text.chars()
                .filter(c -> CleanText.isControl((char) c) || c == '\uFFFD')
                .count();
        if (controls > text.length() * MOST_CONTROLS) {
            throw new UnreadableException(
                    Reason.NOT_TEXT,
                    controls + " of " + text.length() + " characters are control characters or undecodable");
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }
}
