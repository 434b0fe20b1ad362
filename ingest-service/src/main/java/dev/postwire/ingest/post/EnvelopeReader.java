package dev.postwire.ingest.post;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads the bytes of an envelope strictly: UTF-8, one JSON object, no name twice, no deep nesting. Messages are our own and never
 * quote the body. Thread-safe.
 */
final class EnvelopeReader {
    /** An envelope is three levels deep; this leaves room to say which field is wrong. */
    private static final int MAX_DEPTH = 32;

    private static final int MAX_NAME = 1_000;
    private static final int MAX_NUMBER = 100;
    /** Stands in a decoded text where bytes were not UTF-8, or where a caller wrote it. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_NUMBER)
                            .maxStringLength(Integer.MAX_VALUE) // the body's own bound is the bound
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Envelope read(byte[] body) {
        Envelope read = soundly(body);
        return read == null ? slowly(body) : read;
    }

    /** The way of nearly all: from bytes that are UTF-8, without telling a place. Null where something is odd. */
    private Envelope soundly(byte[] body) {
        // A zero beside the first sign would be taken for another charset by the parser.
        if (body.length < 2 || body[0] != '{' || body[1] == 0) return null;
        if (new String(body, StandardCharsets.UTF_8).indexOf(REPLACEMENT) >= 0) return null;
        try {
            JsonNode root = json.readTree(body);
            return root.isObject() ? EnvelopeFields.read(root) : null;
        } catch (IOException e) {
            return null; // read again, slowly, for the place
        }
    }

    private Envelope slowly(byte[] body) {
        CharBuffer decoded = CharBuffer.allocate(body.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(ByteBuffer.wrap(body), decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) return malformed(text, text.length(), "is not UTF-8 from here on");
        return parse(text);
    }

    private Envelope parse(String text) {
        // A mark at the start is no part of the JSON; a blank in its stead keeps the places.
        String marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? " " + text.substring(1) : text;
        try {
            JsonNode root = json.readTree(marked);
            if (root.isObject()) return EnvelopeFields.read(root);
            return new Envelope.Malformed("is no JSON object", 1, 1);
        } catch (JsonProcessingException e) {
            return malformed(text, place(e, text), message(e));
        }
    }

    private static int place(JsonProcessingException e, String text) {
        JsonLocation location = e.getLocation();
        long offset = e instanceof JsonEOFException || location == null ? text.length() : location.getCharOffset();
        return (int) Math.max(0, Math.min(text.length(), offset));
    }

    private static String message(JsonProcessingException e) {
        if (e instanceof JsonEOFException) return "ends in the middle";
        if (e instanceof StreamConstraintsException) return "is nested too deep, or has a name or number too long";
        return "is no valid JSON at this place";
    }

    private static Envelope malformed(String text, int offset, String message) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Envelope.Malformed(message, line, 1 + text.codePointCount(lineStart, offset));
    }
}
