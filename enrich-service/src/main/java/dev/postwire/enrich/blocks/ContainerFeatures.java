package dev.postwire.enrich.blocks;

import static dev.postwire.enrich.blocks.FeatureRows.ratio;

import java.util.Arrays;

/** What the model sees of the elements around a block. For one page. */
final class ContainerFeatures {
    /** How many of the elements around a block are looked at, those that hold the same blocks counted as one. */
    private static final int LEVELS = 4;

    private static final int FEATURES = 19;
    private static final Container[] CONTAINERS = Container.values();

    private final ElementTable elements;
    private final BlockTable blocks;
    private final BlockSums sums;
    private final WordScores words;
    private final ElementScores scores;
    private final Repeats repeats;
    private final int size;
    private final int[] level = new int[LEVELS + 1];
    /** What was found of an element once is the same for every block in it, but for where in it the block stands. */
    private float[] known = new float[FEATURES * 64];

    private int knownSize = FEATURES;
    /** Where in {@link #known} the features of an element begin; 0 where they are not in it. */
    private final int[] knownAt;

    ContainerFeatures(PageBlocks page, BlockSums sums, WordScores words, ElementScores scores, Repeats repeats) {
        this.elements = page.elements;
        this.blocks = page.blocks;
        this.sums = sums;
        this.words = words;
        this.scores = scores;
        this.repeats = repeats;
        this.size = blocks.size;
        this.knownAt = new int[elements.size];
    }

    void put(int b, FeatureRows rows) {
        findLevels(blocks.owner[b]);
        rows.put("upTag0", elements.tag[level[0]].ordinal());
        rows.put("upPath0", scores.pathSum[level[0]]);
        for (Container container : CONTAINERS) putContainer(container, level[container.ordinal() + 1], b, rows);
    }

    /** The elements around the block that hold more than the one before; the outermost stands for levels that there are not. */
    private void findLevels(int owner) {
        int found = 0;
        int e = owner;
        while (found <= LEVELS) {
            e = scores.outermost[e];
            level[found++] = e;
            if (elements.parent[e] >= 0) e = elements.parent[e];
        }
    }

    private void putContainer(Container name, int e, int b, FeatureRows rows) {
        int from = elements.firstBlock[e];
        int end = elements.endBlock[e];
        int start = rows.at();
        if (knownAt[e] > 0 && !rows.isNaming()) {
            rows.putAll(known, knownAt[e], FEATURES);
        } else {
            putContainer(name, e, from, end, rows);
            if (knownSize + FEATURES > known.length) known = Arrays.copyOf(known, known.length * 2);
            rows.copy(start, known, knownSize, FEATURES);
            knownAt[e] = knownSize;
            knownSize += FEATURES;
        }
        rows.set(start, ratio(b - from, Math.max(1, end - from - 1)));
    }

    private void putContainer(Container name, int e, int from, int end, FeatureRows rows) {
        int count = end - from;
        rows.put(name.where, 0);
        double letters = BlockSums.between(sums.letters, from, end);
        rows.put(name.letters, letters);
        rows.put(name.share, ratio(letters, sums.letters[size]));
        rows.put(name.links, ratio(BlockSums.between(sums.linkLetters, from, end), letters));
        rows.put(name.blocks, count);
        rows.put(name.perBlock, ratio(letters, count));
        rows.put(name.paragraphs, ratio(BlockSums.between(sums.paragraphs, from, end), letters));
        rows.put(name.longs, BlockSums.between(sums.longs, from, end));
        rows.put(name.commas, ratio(BlockSums.between(sums.commas, from, end), letters));
        rows.put(name.headings, BlockSums.between(sums.headings, from, end));
        rows.put(name.images, ratio(BlockSums.between(sums.images, from, end), count));
        rows.put(name.controls, ratio(BlockSums.between(sums.controls, from, end), count));
        rows.put(
                name.anchors,
                ratio(BlockSums.between(sums.anchors, from, end), BlockSums.between(sums.links, from, end)));
        rows.put(name.firstMean, count > 0 ? words.mean[from] : 0);
        rows.put(name.firstTag, count > 0 ? elements.tag[blocks.owner[from]].ordinal() : -1);
        rows.put(name.name, scores.nameSum[e]);
        rows.put(name.path, scores.pathSum[e]);
        rows.put(name.readability, ratio(scores.readability[e], Math.max(1, scores.readability[scores.best])));
        rows.put(name.kin, repeats.kin(e));
    }

    /** The elements around a block, from the inside out, with the names of what is asked of each. */
    private enum Container {
        UP_1,
        UP_2,
        UP_3,
        UP_4;

        final String letters = named("Letters");
        final String share = named("Share");
        final String links = named("Links");
        final String blocks = named("Blocks");
        final String perBlock = named("PerBlock");
        final String paragraphs = named("Paragraphs");
        final String longs = named("Longs");
        final String commas = named("Commas");
        final String headings = named("Headings");
        final String where = named("Where");
        final String images = named("Images");
        final String controls = named("Controls");
        final String anchors = named("Anchors");
        final String firstMean = named("FirstMean");
        final String firstTag = named("FirstTag");
        final String name = named("Name");
        final String path = named("Path");
        final String readability = named("Readability");
        final String kin = named("Kin");

        private String named(String what) {
            return "up" + (ordinal() + 1) + what;
        }
    }
}
