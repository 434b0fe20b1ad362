package dev.postwire.enrich.blocks;

import static dev.postwire.enrich.blocks.FeatureRows.ratio;

import java.util.Locale;

/** What the model sees of the blocks before and after a block. For one page. */
final class NeighbourFeatures {
    private static final int NEAR = 4;
    private static final int WIDE = 12;

    private final ElementTable elements;
    private final BlockTable blocks;
    private final BlockSums sums;
    private final WordScores words;
    private final ElementScores scores;
    private final int size;

    NeighbourFeatures(PageBlocks page, BlockSums sums, WordScores words, ElementScores scores) {
        this.elements = page.elements;
        this.blocks = page.blocks;
        this.sums = sums;
        this.words = words;
        this.scores = scores;
        this.size = blocks.size;
    }

    void put(int b, FeatureRows rows) {
        for (Neighbour neighbour : NEIGHBOURS) putNeighbour(neighbour, b, rows);
        putWindow(Window.NEAR, Math.max(0, b - NEAR), Math.min(size, b + NEAR + 1), rows);
        putWindow(Window.WIDE, Math.max(0, b - WIDE), Math.min(size, b + WIDE + 1), rows);
    }

    private void putNeighbour(Neighbour name, int b, FeatureRows rows) {
        int other = b + name.distance;
        boolean there = other >= 0 && other < size;
        rows.put(name.letters, there ? blocks.letters[other] : -1);
        rows.put(name.links, there ? ratio(blocks.linkLetters[other], blocks.letters[other]) : -1);
        rows.put(name.mean, there ? words.mean[other] : 0);
        rows.put(name.tag, there ? elements.tag[blocks.owner[other]].ordinal() : -1);
        rows.put(name.path, there ? scores.pathSum[blocks.owner[other]] : 0);
        rows.put(name.pathLowest, there ? scores.pathLowest[blocks.owner[other]] : 0);
    }

    private void putWindow(Window name, int from, int end, FeatureRows rows) {
        double letters = BlockSums.between(sums.letters, from, end);
        rows.put(name.letters, ratio(letters, end - from));
        rows.put(name.links, ratio(BlockSums.between(sums.linkLetters, from, end), letters));
        rows.put(name.longs, ratio(BlockSums.between(sums.longs, from, end), end - from));
        rows.put(name.headings, BlockSums.between(sums.headings, from, end));
    }

    private static final Neighbour[] NEIGHBOURS = Neighbour.values();

    private enum Neighbour {
        BEFORE_2(-2),
        BEFORE_1(-1),
        AFTER_1(1),
        AFTER_2(2);

        final int distance;
        final String letters;
        final String links;
        final String mean;
        final String tag;
        final String path;
        final String pathLowest;

        Neighbour(int distance) {
            this.distance = distance;
            String side = (distance < 0 ? "before" : "after") + Math.abs(distance);
            letters = side + "Letters";
            links = side + "Links";
            mean = side + "Mean";
            tag = side + "Tag";
            path = side + "Path";
            pathLowest = side + "PathLowest";
        }
    }

    private enum Window {
        NEAR,
        WIDE;

        final String letters = name().toLowerCase(Locale.ROOT) + "Letters";
        final String links = name().toLowerCase(Locale.ROOT) + "Links";
        final String longs = name().toLowerCase(Locale.ROOT) + "Longs";
        final String headings = name().toLowerCase(Locale.ROOT) + "Headings";
    }
}
