package dev.postwire.enrich.blocks;

import static dev.postwire.enrich.blocks.FeatureRows.ratio;

import java.util.ArrayList;
import java.util.List;

/**
 * What a first judgement of every block says of each: what its neighbours, the blocks alike to it and the elements around it came
 * out as. A second model over these makes a page's blocks agree with each other. For one page.
 */
final class ContextFeatures {
    /** No row is longer. */
    static final int MOST = 128;

    private static final int LEVELS = 4;
    private static final int FAR = 999;
    private static final int[] DISTANCES = {-4, -3, -2, -1, 1, 2, 3, 4};
    private static final String[] NEIGHBOURS = names("first", "-4", "-3", "-2", "-1", "+1", "+2", "+3", "+4");
    private static final int[] REACHES = {5, 15, 40};
    private static final String[] WINDOWS = names("window", "5", "15", "40");
    private static final String[] INSIDE = names("inside", "1", "2", "3", "4");
    private static final String[] KIN = names("kinFirst", "1", "2", "3", "4");
    private static final int SIDE = 10;

    private final ElementTable elements;
    private final BlockTable blocks;
    private final BlockSums sums;
    private final Repeats repeats;
    private final float[] first;
    private final int size;
    /** Letters, and letters times probability, in the blocks before each. */
    private final double[] letters;

    private final double[] likely;
    private final double[] alikeLetters;
    private final double[] alikeLikely;
    private final double[] kinLetters;
    private final double[] kinLikely;
    private final float cut;
    private int firstChosen = -1;
    private int lastChosen = -1;
    private float highest;
    private int runFrom;
    private int runEnd;

    ContextFeatures(PageBlocks page, BlockFeatures features, float[] first) {
        this.elements = page.elements;
        this.blocks = page.blocks;
        this.sums = features.sums();
        this.repeats = features.repeats();
        this.first = first;
        this.size = blocks.size;
        letters = new double[size + 1];
        likely = new double[size + 1];
        alikeLetters = new double[repeats.alikeKeys()];
        alikeLikely = new double[repeats.alikeKeys()];
        for (int b = 0; b < size; b++) {
            int weight = Math.max(1, blocks.letters[b]);
            letters[b + 1] = letters[b] + weight;
            likely[b + 1] = likely[b] + weight * first[b];
            alikeLetters[repeats.alikeKey(b)] += weight;
            alikeLikely[repeats.alikeKey(b)] += weight * first[b];
            highest = Math.max(highest, first[b]);
            if (first[b] >= 0.5 && firstChosen < 0) firstChosen = b;
            if (first[b] >= 0.5) lastChosen = b;
        }
        kinLetters = new double[repeats.kinKeys()];
        kinLikely = new double[repeats.kinKeys()];
        for (int e = 0; e < elements.size; e++) {
            kinLetters[repeats.kinKey(e)] += between(letters, elements.firstBlock[e], elements.endBlock[e]);
            kinLikely[repeats.kinKey(e)] += between(likely, elements.firstBlock[e], elements.endBlock[e]);
        }
        cut = ExpectedF1.cut(first, blocks.words, size);
        findRun();
    }

    /** The contiguous run of blocks that is most surely more main content than not (Kadane's algorithm). */
    private void findRun() {
        double best = 0;
        double sum = 0;
        int start = 0;
        for (int b = 0; b < size; b++) {
            if (sum <= 0) {
                sum = 0;
                start = b;
            }
            sum += (first[b] - 0.5) * blocks.words[b];
            if (sum > best) {
                best = sum;
                runFrom = start;
                runEnd = b + 1;
            }
        }
    }

    void put(int b, FeatureRows rows) {
        rows.put("first", first[b]);
        for (int i = 0; i < DISTANCES.length; i++) {
            int other = b + DISTANCES[i];
            rows.put(NEIGHBOURS[i], other >= 0 && other < size ? first[other] : -1);
        }
        for (int i = 0; i < REACHES.length; i++) {
            rows.put(WINDOWS[i], mean(Math.max(0, b - REACHES[i]), Math.min(size, b + REACHES[i] + 1)));
        }
        rows.put("firstBefore", mean(Math.max(0, b - SIDE), b));
        rows.put("firstAfter", mean(b + 1, Math.min(size, b + SIDE + 1)));
        int alike = repeats.alikeKey(b);
        rows.put("alikeFirst", ratio(alikeLikely[alike], alikeLetters[alike]));
        putContainers(b, rows);
        rows.put("inRun", b >= runFrom && b < runEnd);
        rows.put("toRun", b < runFrom ? b - runFrom : b < runEnd ? 0 : b - runEnd + 1);
        rows.put("runShare", ratio(between(letters, runFrom, runEnd), letters[size]));
        rows.put("runBlocks", runEnd - runFrom);
        rows.put("pageFirst", ratio(likely[size], letters[size]));
        rows.put("cut", cut);
        rows.put("afterFirstChosen", firstChosen < 0 ? -FAR : b - firstChosen);
        rows.put("afterLastChosen", lastChosen < 0 ? -FAR : b - lastChosen);
        rows.put("chosenSpan", firstChosen < 0 ? 0 : ratio(lastChosen - firstChosen, size));
        rows.put("highest", highest);
        rows.put("likelyBefore", ratio(likely[b], likely[size]));
        int heading = sums.heading[b];
        rows.put("headingFirst", heading < 0 ? -1 : first[heading]);
    }

    private void putContainers(int b, FeatureRows rows) {
        int e = blocks.owner[b];
        for (int i = 0; i < LEVELS; i++) {
            while (elements.parent[e] >= 0 && elements.sameBlocks(e, elements.parent[e])) e = elements.parent[e];
            if (elements.parent[e] >= 0) e = elements.parent[e];
            rows.put(INSIDE[i], mean(elements.firstBlock[e], elements.endBlock[e]));
            int kin = repeats.kinKey(e);
            rows.put(KIN[i], ratio(kinLikely[kin], kinLetters[kin]));
        }
    }

    private double mean(int from, int end) {
        return end <= from ? -1 : ratio(between(likely, from, end), between(letters, from, end));
    }

    private static double between(double[] sums, int from, int end) {
        return sums[end] - sums[from];
    }

    private static String[] names(String what, String... which) {
        String[] names = new String[which.length];
        for (int i = 0; i < which.length; i++) names[i] = what + which[i];
        return names;
    }

    /** The names of all features, in order, as any page with a block tells them. */
    static List<String> names(PageBlocks page) {
        List<String> names = new ArrayList<>();
        BlockFeatures features = new BlockFeatures(page, hash -> 0, hash -> 0);
        new ContextFeatures(page, features, new float[page.size()]).put(0, new FeatureRows(new float[MOST], names));
        return List.copyOf(names);
    }
}
