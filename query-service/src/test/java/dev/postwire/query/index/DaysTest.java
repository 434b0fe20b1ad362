package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final long DAY_MICROS = 86_400_000_000L;

    @Test
    void countsDaysInAnyOrderAsAMapDoes() {
        Random random = new Random(3);
        for (int run = 0; run < 50; run++) {
            Days days = new Days();
            Map<Long, Integer> expected = new TreeMap<>();
            int spread = 1 + random.nextInt(run < 25 ? 400 : 400_000);
            for (int i = 0; i < 2_000; i++) {
                long day = random.nextInt(2 * spread) - spread;
                days.add(day * DAY_MICROS + random.nextInt(1_000_000));
                expected.merge(day, 1, Integer::sum);
            }
            assertEquals(expected, counted(days));
        }
    }

    @Test
    void takesTheBoundsOfTheRowAndWhatIsBeyond() {
        Days days = new Days();
        String[] dates = {
            "1600-01-01",
            "2199-12-31",
            "1599-12-31",
            "2200-01-01",
            "0001-01-01",
            "9999-12-31",
            "1970-01-01",
            "1969-12-31"
        };
        Map<Long, Integer> expected = new TreeMap<>();
        for (String date : dates) {
            long day = LocalDate.parse(date).toEpochDay();
            days.add(day * DAY_MICROS + DAY_MICROS - 1);
            expected.put(day, 1);
        }
        assertEquals(expected, counted(days));
    }

    private static Map<Long, Integer> counted(Days days) {
        Map<Long, Integer> counted = new TreeMap<>();
        days.forEach((day, posts) -> counted.merge(day, posts, Integer::sum));
        return counted;
    }
}
