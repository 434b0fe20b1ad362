package dev.postwire.enrich.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No post costs more than a bounded amount of time and memory, and none ends in a fault of ours. */
class BombsTest {
    /** Enough for a step that multiplies to stand out. */
    private static final int SHORT = 6_000;

    private static final long MOST_BYTES_OF_A_SHORT_ONE = 96L << 20;
    /**
     * How many times jsoup's bare parse of an ordinary page of the size limit a bomb may take. The bound of 250 ms is some fifteen
     * times that parse where it takes 16 ms; twice as much is allowed, for machines that are busy otherwise.
     */
    private static final double MOST_PARSES = 30;

    private static final long MOST_ALLOCATED = 640L << 20;
    private static final int TIMES = 3;
    private static final int WORST = 10;

    private final Enricher enricher = new Enricher();

    private record Measured(Bomb bomb, Cost cost) {
        @Override
        public String toString() {
            String what = cost.outcome() instanceof Outcome.Rejected rejected
                    ? rejected.reason().code()
                    : ((Outcome.Enriched) cost.outcome())
                            .post().warnings().stream().map(w -> w.code()).collect(Collectors.joining(" "));
            return String.format(
                    Locale.ROOT, "%6.0f ms %6d MB  %s  %s", cost.cpuMillis(), cost.allocated() >> 20, bomb, what);
        }
    }

    @Test
    void takesTheBeginningOfEachInBoundedWork() {
        List<String> bad = new ArrayList<>();
        for (Bomb bomb : Bombs.all()) {
            Measured measured =
                    new Measured(bomb, Cost.of(enricher, bomb.cut(SHORT).raw(), 1));
            if (isFault(measured) || measured.cost().allocated() > MOST_BYTES_OF_A_SHORT_ONE)
                bad.add(measured.toString());
        }
        assertEquals(List.of(), bad);
    }

    @Test
    @Tag("soak")
    void takesEachInBoundedTimeAndWork() {
        double parse = parseMillis();
        for (Bomb bomb : Bombs.all()) enricher.enrich(bomb.cut(SHORT).raw());
        List<Measured> all = new ArrayList<>();
        for (Bomb bomb : Bombs.all()) all.add(new Measured(bomb, Cost.of(enricher, bomb.raw(), TIMES)));
        all.sort(Comparator.comparing(measured -> -measured.cost().cpuMillis()));
        System.out.printf(
                Locale.ROOT, "jsoup parses an ordinary page in %.0f ms; the worst of %d bombs:%n", parse, all.size());
        all.stream().limit(WORST).forEach(System.out::println);

        assertEquals(List.of(), all.stream().filter(BombsTest::isFault).toList());
        double slowest = all.get(0).cost().cpuMillis();
        assertTrue(slowest < MOST_PARSES * parse, slowest + " ms, where a parse takes " + parse);
        assertEquals(
                List.of(),
                all.stream()
                        .filter(one -> one.cost().allocated() > MOST_ALLOCATED)
                        .toList());
    }

    private static boolean isFault(Measured measured) {
        return measured.cost().outcome() instanceof Outcome.Rejected rejected
                && rejected.reason() == Reason.ENRICHER_FAULT;
    }

    private static double parseMillis() {
        String paragraph =
                "<div class=\"post-body\"><h2 id=\"a\">A title of some words</h2><p>Words as they stand in a page, "
                        + "with <a href=\"/a/b\">a link</a> and <em>more</em> of them, &amp; so on for a line or two.</p></div>\n";
        String page = paragraph.repeat(Bomb.LARGEST / paragraph.length());
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 20; i++) least = Math.min(least, Cost.cpuMillis(() -> Jsoup.parse(page)));
        return least;
    }
}
