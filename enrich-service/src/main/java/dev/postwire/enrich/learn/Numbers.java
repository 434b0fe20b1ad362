package dev.postwire.enrich.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Numbers from 0 up in as few bytes as they need, and texts, on streams. */
final class Numbers {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private Numbers() {}

    record Out(DataOutputStream data) implements AutoCloseable {
        void number(int number) throws IOException {
            if (number < 0) throw new IllegalArgumentException("number " + number);
            int rest = number;
            for (; rest >= MORE; rest >>>= BITS) data.writeByte(rest | MORE);
            data.writeByte(rest);
        }

        void text(String text) throws IOException {
            data.writeUTF(text);
        }

        @Override
        public void close() throws IOException {
            data.close();
        }
    }

    record In(DataInputStream data) implements AutoCloseable {
        int number() throws IOException {
            int number = 0;
            for (int shift = 0; shift < Integer.SIZE; shift += BITS) {
                int next = data.readUnsignedByte();
                number |= (next & MORE - 1) << shift;
                if (next < MORE) {
                    if (number < 0) throw new IOException("a number below zero");
                    return number;
                }
            }
            throw new IOException("a number without end");
        }

        String text() throws IOException {
            return data.readUTF();
        }

        /** How many follow, so that nobody makes room for more than there can be. */
        int number(int most) throws IOException {
            int number = number();
            if (number > most) throw new IOException(number + " where " + most + " is the most");
            return number;
        }

        /** Room grows with what is there, not with what is said to be. */
        byte[] bytes() throws IOException {
            int length = number();
            byte[] bytes = data.readNBytes(length);
            if (bytes.length < length) throw new EOFException(length + " bytes are " + bytes.length);
            return bytes;
        }

        @Override
        public void close() throws IOException {
            data.close();
        }
    }
}
