package dev.postwire.query.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;

/** Counts the values of one field among posts that are told to it, segment by segment and in the order of their numbers. For one thread. */
interface Counting {
    /** Spreads neighbours apart: the golden ratio in 32 bits, as in Knuth's multiplicative hashing. */
    int SPREAD = 0x9E3779B1;

    /** What is counted from now on is of that segment. */
    void segment(LeafReader segment) throws IOException;

    /** @param doc its number in the segment */
    void count(int doc) throws IOException;

    /** The texts of a field. */
    final class Texts implements Counting {
        private final String field;
        private final ValueNumbers known;
        private final Predicate<String> wanted;
        private final Map<String, Integer> counts = new HashMap<>();
        private SortedSetDocValues values;

        /** The same, where no post of the segment has more than one. */
        private SortedDocValues single;

        /** Of the segment's places; null where they are not known. */
        private int[] numbers;

        /** By number, of all segments whose numbers are known. */
        private int[] byNumber = {};

        /** By place, of a segment whose numbers are not. */
        private int[] byPlace = {};

        Texts(String field, ValueNumbers known, Predicate<String> wanted) {
            this.field = field;
            this.known = known;
            this.wanted = wanted;
        }

        @Override
        public void segment(LeafReader segment) throws IOException {
            read();
            values = DocValues.getSortedSet(segment, field);
            single = DocValues.unwrapSingleton(values);
            numbers = known.of(segment).orElse(null);
            if (numbers == null) byPlace = new int[Math.toIntExact(values.getValueCount())];
        }

        @Override
        public void count(int doc) throws IOException {
            if (single != null) {
                if (single.advanceExact(doc)) add(single.ordValue());
                return;
            }
            if (!values.advanceExact(doc)) return;
            for (int i = values.docValueCount(); i > 0; i--) add(Math.toIntExact(values.nextOrd()));
        }

        private void add(int place) {
            if (numbers == null) {
                byPlace[place]++;
                return;
            }
            int number = numbers[place];
            if (number >= byNumber.length) byNumber = ArrayUtil.grow(byNumber, number + 1);
            byNumber[number]++;
        }

        /** The texts of a segment whose numbers are not known. In the order of their places they are read faster. */
        private void read() throws IOException {
            for (int place = 0; place < byPlace.length; place++) {
                if (byPlace[place] > 0) add(values.lookupOrd(place).utf8ToString(), byPlace[place]);
            }
            byPlace = new int[0];
        }

        private void add(String text, int posts) {
            if (wanted.test(text)) counts.merge(text, posts, Integer::sum);
        }

        /** Once, at the end. */
        Map<String, Integer> counts() throws IOException {
            read();
            for (int number = 0; number < byNumber.length; number++) {
                if (byNumber[number] > 0) add(known.text(number), byNumber[number]);
            }
            return counts;
        }
    }

    /** The dates of publication, each made what it is counted by. */
    final class Dates implements Counting {
        private final LongFunction<String> name;
        private final Days days = new Days();
        private SortedNumericDocValues values;
        private int undated;

        Dates(LongFunction<String> name) {
            this.name = name;
        }

        @Override
        public void segment(LeafReader segment) throws IOException {
            values = DocValues.getSortedNumeric(segment, Fields.PUBLISHED);
        }

        @Override
        public void count(int doc) throws IOException {
            if (values.advanceExact(doc)) days.add(values.nextValue());
            else undated++;
        }

        /** By the name of the day, in UTC. */
        Map<String, Integer> counts() {
            Map<String, Integer> counts = new HashMap<>();
            days.forEach((day, posts) -> counts.merge(name.apply(day), posts, Integer::sum));
            return counts;
        }

        int undated() {
            return undated;
        }
    }
}
