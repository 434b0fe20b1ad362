package dev.postwire.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Character references: numbers, and the names of XML and of XHTML 1.0, which feeds use without declaring them. What a feed declares
 * itself stands for plain text or is not known: nothing is fetched.
 */
final class References {
    private static final int LONGEST = 40;
    private static final Map<String, String> NAMES = names();

    private References() {}

    /** What names stand for beside those known here. */
    interface Names<X extends Exception> {
        /** Null where the name, whose reference stands at that place in the text, is none. */
        String value(String name, int place) throws X;
    }

    /** The text with its references resolved; what refers to nothing known stays as it is. */
    static <X extends Exception> String resolve(String text, Names<X> declared) throws X {
        int at = text.indexOf('&');
        if (at < 0) return text;
        StringBuilder resolved = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '&' ? end(text, at) : -1;
            String value = end < 0 ? null : value(text.substring(at + 1, end), at, declared);
            if (value == null) {
                resolved.append(c);
                at++;
            } else {
                resolved.append(value);
                at = end + 1;
            }
        }
        return resolved.toString();
    }

    static String resolve(String text) {
        return resolve(text, (name, place) -> null);
    }

    private static int end(String text, int start) {
        int most = Math.min(text.length(), start + LONGEST);
        for (int i = start + 1; i < most; i++) {
            char c = text.charAt(i);
            if (c == ';') return i;
            if (c == '&' || c == '<' || c <= ' ') return -1;
        }
        return -1;
    }

    private static <X extends Exception> String value(String name, int place, Names<X> declared) throws X {
        if (name.startsWith("#")) return character(name.substring(1));
        String known = NAMES.get(name);
        return known != null ? known : declared.value(name, place);
    }

    private static String character(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        try {
            int code = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
            boolean text =
                    code == '\t' || code == '\n' || code == '\r' || code >= ' ' && code != 0xfffe && code != 0xffff;
            return text && !surrogate && code <= Character.MAX_CODE_POINT ? windows(code) : "\uFFFD";
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Numbers of C1 controls are meant as windows-1252, as in HTML (its standard, section 13.2.5.80). */
    private static String windows(int code) {
        if (code < 0x80 || code > 0x9f) return Character.toString(code);
        return new String(new byte[] {(byte) code}, java.nio.charset.Charset.forName("windows-1252"));
    }

    private static Map<String, String> names() {
        try (InputStream in = References.class.getResourceAsStream("entities.txt")) {
            Map<String, String> names = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                String[] parts = line.split(" ");
                names.put(parts[0], Character.toString(Integer.parseInt(parts[1])));
            }
            return Map.copyOf(names);
        } catch (IOException e) {
            throw new IllegalStateException("the names of characters cannot be read", e);
        }
    }
}
