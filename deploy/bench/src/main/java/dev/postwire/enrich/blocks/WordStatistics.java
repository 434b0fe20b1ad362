package dev.postwire.enrich.blocks;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of what stands under a word is main content: a word in a class or id, in an address, or at a block's start. Each page
 * counts once, so that no page's template outvotes the others.
 */
final class WordStatistics {
    private static final int LEAST_NAME_PAGES = 4;
    private static final int LEAST_WORD_PAGES = 5;
    private static final double NAME_PRIOR = 0.35;
    private static final double WORD_PRIOR = 0.2;
    private static final double PRIOR_PAGES = 3;
    private static final int SHORT_WORDS = 12;

    private final Map<Integer, double[]> names = new HashMap<>();
    private final Map<Integer, double[]> words = new HashMap<>();

    static WordStatistics of(Collection<LabelledPage> pages) {
        WordStatistics statistics = new WordStatistics();
        for (LabelledPage page : pages) statistics.add(page);
        return statistics;
    }

    private void add(LabelledPage page) {
        addOnce(names, names(page));
        addOnce(words, words(page));
    }

    private static void addOnce(Map<Integer, double[]> all, Map<Integer, double[]> page) {
        page.forEach((hash, shares) -> {
            if (shares[1] <= 0) return;
            double[] sums = all.computeIfAbsent(hash, key -> new double[2]);
            sums[0] += shares[0] / shares[1];
            sums[1]++;
        });
    }

    private static Map<Integer, double[]> names(LabelledPage page) {
        ElementTable elements = page.blocks.elements;
        BlockTable blocks = page.blocks.blocks;
        double[] all = new double[blocks.size + 1];
        double[] main = new double[blocks.size + 1];
        for (int b = 0; b < blocks.size; b++) {
            all[b + 1] = all[b] + page.wordCount(b);
            main[b + 1] = main[b] + page.wordCount(b) * page.labels[b];
        }
        Map<Integer, double[]> shares = new HashMap<>();
        for (int e = 0; e < elements.size; e++) {
            int from = elements.firstBlock[e];
            int end = elements.endBlock[e];
            for (int i = elements.nameFrom[e]; end > from && i < elements.nameFrom[e + 1]; i++) {
                add(shares, elements.names.values[i], main[end] - main[from], all[end] - all[from]);
            }
        }
        for (int b = 0; b < blocks.size; b++) {
            for (int i = blocks.hrefFrom[b]; i < blocks.hrefFrom[b + 1]; i++) {
                add(shares, blocks.hrefHashes.values[i], blocks.linkLetters[b] * page.labels[b], blocks.linkLetters[b]);
            }
        }
        return shares;
    }

    private static Map<Integer, double[]> words(LabelledPage page) {
        BlockTable blocks = page.blocks.blocks;
        Map<Integer, double[]> shares = new HashMap<>();
        for (int b = 0; b < blocks.size; b++) {
            if (blocks.words[b] > SHORT_WORDS) continue;
            for (int i = blocks.wordFrom[b]; i < blocks.wordFrom[b + 1]; i++) {
                add(shares, blocks.wordHashes.values[i], page.labels[b], 1);
            }
        }
        return shares;
    }

    private static void add(Map<Integer, double[]> shares, int hash, double main, double all) {
        double[] sums = shares.computeIfAbsent(hash, key -> new double[2]);
        sums[0] += main;
        sums[1] += all;
    }

    /** The weights; for a page that was counted here, as if it had not been: no page may teach its own answer. */
    Weights names(LabelledPage page, boolean counted) {
        Map<Integer, double[]> own = counted ? names(page) : Map.of();
        return hash -> weight(names.get(hash), own.get(hash), NAME_PRIOR, LEAST_NAME_PAGES);
    }

    Weights words(LabelledPage page, boolean counted) {
        Map<Integer, double[]> own = counted ? words(page) : Map.of();
        return hash -> weight(words.get(hash), own.get(hash), WORD_PRIOR, LEAST_WORD_PAGES);
    }

    /** The logarithm of how much likelier main content is with the word than without it. */
    private static float weight(double[] sums, double[] own, double prior, int leastPages) {
        if (sums == null) return 0;
        boolean counted = own != null && own[1] > 0;
        double main = sums[0] - (counted ? own[0] / own[1] : 0);
        double pages = sums[1] - (counted ? 1 : 0);
        if (pages < leastPages) return 0;
        double share = (main + PRIOR_PAGES * prior) / (pages + PRIOR_PAGES);
        return (float) (Math.log(share / (1 - share)) - Math.log(prior / (1 - prior)));
    }

    void write(DataOutput out) throws IOException {
        write(out, names, NAME_PRIOR, LEAST_NAME_PAGES);
        write(out, words, WORD_PRIOR, LEAST_WORD_PAGES);
    }

    private static void write(DataOutput out, Map<Integer, double[]> all, double prior, int leastPages)
            throws IOException {
        Map<Integer, Float> weights = new TreeMap<>();
        all.forEach((hash, sums) -> {
            float weight = weight(sums, null, prior, leastPages);
            if (weight != 0 && hash != 0) weights.put(hash, weight);
        });
        out.writeInt(weights.size());
        for (Map.Entry<Integer, Float> entry : weights.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeFloat(entry.getValue());
        }
    }
}
