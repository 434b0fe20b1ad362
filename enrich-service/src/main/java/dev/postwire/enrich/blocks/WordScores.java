package dev.postwire.enrich.blocks;

/** What the first words of each block speak for, by their learned weights: above 0 for main content, below for boilerplate. */
final class WordScores {
    final float[] mean;
    final float[] lowest;
    final float[] highest;
    /** Of the words of the addresses it links to. */
    final float[] hrefMean;

    WordScores(BlockTable blocks, Weights words, Weights names) {
        int size = blocks.size;
        mean = new float[size];
        lowest = new float[size];
        highest = new float[size];
        hrefMean = new float[size];
        for (int b = 0; b < size; b++) {
            int from = blocks.wordFrom[b];
            int end = blocks.wordFrom[b + 1];
            float sum = 0;
            for (int i = from; i < end; i++) {
                float weight = words.of(blocks.wordHashes.values[i]);
                sum += weight;
                lowest[b] = Math.min(lowest[b], weight);
                highest[b] = Math.max(highest[b], weight);
            }
            mean[b] = end == from ? 0 : sum / (end - from);
            hrefMean[b] = hrefMean(blocks, b, names);
        }
    }

    private static float hrefMean(BlockTable blocks, int b, Weights names) {
        int from = blocks.hrefFrom[b];
        int end = blocks.hrefFrom[b + 1];
        float sum = 0;
        for (int i = from; i < end; i++) sum += names.of(blocks.hrefHashes.values[i]);
        return end == from ? 0 : sum / (end - from);
    }
}
