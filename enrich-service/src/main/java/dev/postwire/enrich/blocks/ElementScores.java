package dev.postwire.enrich.blocks;

/** What each element's names and place speak for, alone and with those of all elements around it. */
final class ElementScores {
    private static final int SHORTEST_PARAGRAPH = 25;
    private static final float LINK_COST = 1.5f;
    private static final int COMMA_WORTH = 10;
    /** How much of an element's score the one around it gets; nearly all where it holds nothing else. */
    private static final float OUTER_SHARE = 0.75f;

    private static final float WRAPPER_SHARE = 0.99f;

    final float[] nameSum;
    final float[] nameLowest;
    final float[] pathSum;
    final float[] pathLowest;
    final float[] pathHighest;
    /** Bits of {@link Role}. */
    final int[] roles;
    /** A bit for each {@link Tag} around, itself included. */
    final long[] tags;
    /** Prose in it, the farther inside the less it counts: after Arc90's Readability in outline. */
    final float[] readability;
    /** The highest readability of it and all elements around it. */
    final float[] pathReadability;
    /** The outermost element around it that holds the same blocks. */
    final int[] outermost;
    /** The element of the highest readability. */
    final int best;

    ElementScores(PageBlocks page, Weights names) {
        ElementTable elements = page.elements;
        int size = elements.size;
        nameSum = new float[size];
        nameLowest = new float[size];
        pathSum = new float[size];
        pathLowest = new float[size];
        pathHighest = new float[size];
        roles = new int[size];
        tags = new long[size];
        for (int e = 0; e < size; e++) scoreNames(elements, e, names);
        readability = readability(page);
        pathReadability = new float[size];
        outermost = new int[size];
        int highest = 0;
        for (int e = 0; e < size; e++) {
            int up = elements.parent[e];
            pathReadability[e] = up < 0 ? readability[e] : Math.max(readability[e], pathReadability[up]);
            outermost[e] = up >= 0 && elements.sameBlocks(e, up) ? outermost[up] : e;
            if (readability[e] > readability[highest]) highest = e;
        }
        best = highest;
    }

    private void scoreNames(ElementTable elements, int e, Weights names) {
        float sum = 0;
        float lowest = 0;
        float highest = 0;
        for (int i = elements.nameFrom[e]; i < elements.nameFrom[e + 1]; i++) {
            float weight = names.of(elements.names.values[i]);
            sum += weight;
            lowest = Math.min(lowest, weight);
            highest = Math.max(highest, weight);
        }
        int up = elements.parent[e];
        nameSum[e] = sum;
        nameLowest[e] = lowest;
        pathSum[e] = up < 0 ? sum : pathSum[up] + sum;
        pathLowest[e] = up < 0 ? lowest : Math.min(lowest, pathLowest[up]);
        pathHighest[e] = up < 0 ? highest : Math.max(highest, pathHighest[up]);
        roles[e] = elements.role[e] | (up < 0 ? 0 : roles[up]);
        tags[e] = 1L << elements.tag[e].ordinal() | (up < 0 ? 0 : tags[up]);
    }

    private static float[] readability(PageBlocks page) {
        ElementTable elements = page.elements;
        BlockTable blocks = page.blocks;
        float[] score = new float[elements.size];
        for (int b = 0; b < blocks.size; b++) {
            if (blocks.letters[b] < SHORTEST_PARAGRAPH) continue;
            int owner = blocks.owner[b];
            Tag tag = elements.tag[owner];
            boolean group = tag == Tag.DIV || tag == Tag.SECTION || tag == Tag.ARTICLE;
            int scored = group ? owner : Math.max(0, elements.parent[owner]);
            score[scored] += blocks.letters[b] - LINK_COST * blocks.linkLetters[b] + COMMA_WORTH * blocks.commas[b];
        }
        for (int e = elements.size - 1; e > 0; e--) {
            int up = elements.parent[e];
            score[up] += score[e] * (elements.sameBlocks(up, e) ? WRAPPER_SHARE : OUTER_SHARE);
        }
        return score;
    }
}
