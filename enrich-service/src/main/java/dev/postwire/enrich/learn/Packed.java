package dev.postwire.enrich.learn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A post's terms and hits in a third of the memory: models keep those of many thousand posts, and look at few at a time. */
final class Packed {
    private static final double PART_STEPS = 16;

    private Packed() {}

    /** @param terms all of them in the table */
    static byte[] of(Terms terms, TermTable table, Hit[] hits) {
        long[] sorted = new long[terms.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (long) table.id(terms.terms()[i]) << Byte.SIZE | terms.counts()[i];
        }
        Arrays.sort(sorted);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sorted.length * 2 + hits.length * 8);
        try (Numbers.Out out = new Numbers.Out(new DataOutputStream(bytes))) {
            out.number(sorted.length);
            int last = 0;
            for (long one : sorted) {
                int id = (int) (one >>> Byte.SIZE);
                out.number(id - last);
                out.data().writeByte((byte) one);
                last = id;
            }
            out.number(hits.length);
            for (Hit hit : hits) write(hit, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Hit hit, Numbers.Out out) throws IOException {
        out.number(hit.label);
        out.number(hit.exact);
        out.number(hit.stem);
        out.number(hit.title);
        out.number(hit.first);
        out.number(hit.begins);
        out.number((int) Math.round(hit.part * PART_STEPS));
    }

    static Terms terms(byte[] packed, TermTable table) {
        try (Numbers.In in = in(packed)) {
            return terms(in, table, packed.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Terms terms(Numbers.In in, TermTable table, int most) throws IOException {
        int[] terms = new int[in.number(most)];
        byte[] counts = new byte[terms.length];
        int id = 0;
        for (int i = 0; i < terms.length; i++) {
            id += in.number();
            terms[i] = table.term(id);
            counts[i] = in.data().readByte();
        }
        return new Terms(terms, counts);
    }

    static Hit[] hits(byte[] packed) {
        try (Numbers.In in = in(packed)) {
            for (int left = in.number(); left > 0; left--) {
                in.number();
                in.data().readByte();
            }
            Hit[] hits = new Hit[in.number(packed.length)];
            for (int i = 0; i < hits.length; i++) hits[i] = hit(in);
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Hit hit(Numbers.In in) throws IOException {
        Hit hit = new Hit(in.number());
        hit.exact = in.number();
        hit.stem = in.number();
        hit.title = in.number();
        hit.first = in.number();
        hit.begins = in.number();
        hit.part = in.number() / PART_STEPS;
        return hit;
    }

    private static Numbers.In in(byte[] packed) {
        return new Numbers.In(new DataInputStream(new ByteArrayInputStream(packed)));
    }
}
