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
import java.util.Locale;
import java.util.Map;
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

    private static final int[] UTF_8_MARK = {0xEF, 0xBB, 0xBF};

    private static final Pattern META_CHARSET = Pattern.compile(
            "(?i)<(?:meta[^>]{1,200}?charset|\\?xml[^>]{1,100}?encoding)\\s{0,5}=\\s{0,5}[\"']?([\\w.:+-]{1,40})");

    /** The web reads these as their supersets, and so did the author's browser: the WHATWG's Encoding Standard. */
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("big5", "Big5-HKSCS"));

    private Charsets() {}

    static Decoded decode(byte[] bytes, MediaType type) {
        return clean(bytes, type).orElseGet(() -> closely(bytes, type));
    }

    /** Nearly all there is. */
    private static Optional<Decoded> clean(byte[] bytes, MediaType type) {
        boolean marked = startsWith(bytes, UTF_8_MARK);
        boolean said =
                marked || declared(bytes, type).map("utf-8"::equalsIgnoreCase).orElse(true);
        if (!said) return Optional.empty();
        return CleanUtf8.decode(bytes, marked ? UTF_8_MARK.length : 0)
                .map(text -> new Decoded(text, StandardCharsets.UTF_8.name(), List.of()));
    }

    private static Optional<String> declared(byte[] bytes, MediaType type) {
        boolean page = type.name().equals(MediaType.HTML);
        return type.charset().or(() -> page ? metaCharset(bytes) : Optional.empty());
    }

    private static Decoded closely(byte[] bytes, MediaType type) {
        Decoded decoded = byMark(bytes)
                .or(() -> UnmarkedCharsets.byControls(bytes))
                .or(() -> byNames(bytes, type))
                .or(() -> flawedUtf8(bytes))
                .or(() -> UnmarkedCharsets.utf16(bytes))
                .orElseGet(() -> detect(bytes));
        String clean = CleanText.of(decoded.text());
        boolean odd = !clean.equals(decoded.text()) || clean.indexOf('\uFFFD') >= 0;
        if (odd) refuseControls(decoded.text());
        return new Decoded(clean, decoded.charset(), decoded.warnings());
    }

    /** Text, how it was found, and what was odd on the way. */
    record Decoded(String text, String charset, List<Warning> warnings) {}

    private static Optional<Decoded> byMark(byte[] bytes) {
        if (startsWith(bytes, UTF_8_MARK)) return strict(bytes, UTF_8_MARK.length, StandardCharsets.UTF_8);
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
            Optional<Decoded> decoded = known(name)
                    .filter(charset -> !isUtf8Instead(bytes, charset))
                    .flatMap(charset -> strict(bytes, 0, charset));
            if (decoded.isPresent()) {
                return decoded.map(d -> new Decoded(d.text(), d.charset(), warnings));
            }
            if (!name.equals("UTF-8")) {
                warnings.add(new Warning("charset-wrong", "declared as " + name + ", but the bytes do not fit it"));
            }
        }
        return Optional.empty();
    }

    /** Any bytes fit a charset of one byte a character; those that fit UTF-8, too, were meant so. */
    private static boolean isUtf8Instead(byte[] bytes, Charset charset) {
        boolean oneByte = charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
        return oneByte
                && strict(bytes, 0, StandardCharsets.UTF_8)
                        .filter(utf8 -> utf8.text().length() < bytes.length)
                        .isPresent();
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
        if (!matcher.find()) return Optional.empty();
        // Whoever reads this in it reads no UTF-16.
        return Optional.of(matcher.group(1))
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("utf-16"));
    }

    private static Optional<Charset> known(String name) {
        try {
            String label = name.toLowerCase(Locale.ROOT);
            return Optional.of(Charset.forName(SUPERSETS.getOrDefault(label, name)));
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    static Optional<Decoded> strict(byte[] bytes, int from, Charset charset) {
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
        long controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD' || CleanText.isControl(c)) controls++;
        }
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
