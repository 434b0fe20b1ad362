package dev.postwire.local.imports;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A post, or a feed of them, as it was found, ready to be sent.
 *
 * @param place where it was found, for people: a file, a line of one, an address in a web archive
 * @param identity what makes it the same post when it is found again
 * @param own whether its identity is the file's own place, which no other source may take
 */
record Item(String place, String identity, boolean own, Body body) {
    Item {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(body, "body");
    }

    /** How it goes to the intake. */
    sealed interface Body {
        byte[] bytes();

        /** All that is sent, for a hash that tells whether it is the same again. */
        byte[] said();

        /** A line of a batch: an envelope without a line end in it. */
        record Line(byte[] bytes) implements Body {
            @Override
            public byte[] said() {
                return "line".getBytes(StandardCharsets.US_ASCII);
            }
        }

        /** A call of its own, as its bytes are: what is not UTF-8, or is large. An id makes it a PUT. */
        record Whole(String pathAndQuery, boolean put, String contentType, byte[] bytes) implements Body {
            @Override
            public byte[] said() {
                return (pathAndQuery + "\n" + contentType).getBytes(StandardCharsets.UTF_8);
            }
        }

        /** A feed, whose entries are posts. */
        record Feed(String pathAndQuery, String contentType, byte[] bytes) implements Body {
            @Override
            public byte[] said() {
                return (pathAndQuery + "\n" + contentType).getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    @Override
    public String toString() {
        return "Item[" + place + ", bytes=" + body.bytes().length + "]";
    }
}
