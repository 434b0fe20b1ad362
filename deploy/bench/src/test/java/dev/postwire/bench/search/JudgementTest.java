package dev.postwire.bench.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Map<String, Integer> GRADES = Map.of("a", 2, "b", 1);

    @Test
    void theBestOrderIsOne() {
        Judgement best = new Judgement(List.of("a", "b", "x"), GRADES);
        assertEquals(1, best.ndcg(), 1e-9);
        assertEquals(1, best.reciprocalRank(), 1e-9);
        assertEquals(1, best.recall(), 1e-9);
    }

    @Test
    void whatComesLaterCountsLess() {
        Judgement later = new Judgement(List.of("x", "a"), GRADES);
        double gain = 2 / (Math.log(3) / Math.log(2));
        double best = 2 + 1 / (Math.log(3) / Math.log(2));
        assertEquals(gain / best, later.ndcg(), 1e-9);
        assertEquals(.5, later.reciprocalRank(), 1e-9);
        assertEquals(.5, later.recall(), 1e-9);
    }

    @Test
    void whatComesAfterTheTenthCountsForRecallAlone() {
        Judgement late = new Judgement(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"), GRADES);
        assertEquals(0, late.ndcg(), 1e-9);
        assertEquals(0, late.reciprocalRank(), 1e-9);
        assertEquals(.5, late.recall(), 1e-9);
    }

    @Test
    void nothingFoundIsNought() {
        assertEquals(0, new Judgement(List.of(), GRADES).ndcg(), 1e-9);
    }
}
