package dev.postwire.bench.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JointTablesTest {
    /** All words are "aabb" or, as often, "aabba". */
    @Test
    void tellsHowOftenWordsBeginEndAndGoOn() {
        List<Map<String, Double>> tables = List.of(
                Map.of("a", 5 / 9.0, "b", 4 / 9.0),
                Map.of("aa", 2 / 5.0, "ab", 2 / 5.0, "bb", 2 / 4.0, "ba", 1 / 4.0),
                Map.of("aab", 1.0, "abb", 1.0, "bba", .5),
                Map.of("aabb", 1.0, "abba", .5),
                Map.of("aabba", .5));

        JointTables joints = new JointTables(tables);

        int aabb = (((1 << 5 | 1) << 5 | 2) << 5) | 2;
        int half = (int) Math.round(-Math.log(.5) * 5);
        Map<Integer, Integer> expected = new TreeMap<>();
        expected.put(aabb, (int) Math.round(-Math.log(2 / 9.0) * 5));
        expected.put(aabb << 5, half);
        expected.put(aabb << 5 | 1, half);
        int abba = (((1 << 5 | 2) << 5 | 2) << 5) | 1;
        expected.put(abba << 5, 0);
        assertEquals("ab", joints.alphabet());
        assertEquals(expected, joints.values());
    }
}
