package dev.postwire.enrich.language;

import java.util.List;
import java.util.TreeMap;

/**
 * How much likelier each ideograph is in Japanese than in Chinese, sources alike: the table that {@link Ideographs} reads.
 * Shares are of all characters: that Japanese is half kana makes every ideograph speak for Chinese.
 */
final class IdeographStatistics {
    /** A source with fewer has too few of each. */
    private static final int LEAST_CHARACTERS = 20_000;
    /** What a character that was never seen may yet be. */
    private static final double UNSEEN = 2e-5;

    private static final double MOST = 3;

    private IdeographStatistics() {}

    static byte[] of(Corpus corpus) {
        double[] chinese = shares(corpus, "zh");
        double[] japanese = shares(corpus, "ja");
        byte[] leanings = new byte[chinese.length];
        for (int i = 0; i < leanings.length; i++) {
            if (chinese[i] + japanese[i] == 0) continue;
            double leaning = StrictMath.log((japanese[i] + UNSEEN) / (chinese[i] + UNSEEN));
            leanings[i] = (byte) Math.round(Math.max(-MOST, Math.min(MOST, leaning)) / Ideographs.UNIT);
        }
        return leanings;
    }

    private static double[] shares(Corpus corpus, String language) {
        double[] shares = new double[Ideographs.LAST - Ideographs.FIRST + 1];
        int sources = 0;
        for (List<String> pieces :
                corpus.languages().getOrDefault(language, new TreeMap<>()).values()) {
            double[] counts = new double[shares.length];
            double all = 0;
            for (String piece : pieces) {
                for (int point : piece.codePoints().toArray()) {
                    if (Script.of(point) == Script.HAN) all++;
                    if (point >= Ideographs.FIRST && point <= Ideographs.LAST) counts[point - Ideographs.FIRST]++;
                }
            }
            if (all < LEAST_CHARACTERS) continue;
            sources++;
            for (int i = 0; i < shares.length; i++) shares[i] += counts[i] / all;
        }
        for (int i = 0; i < shares.length; i++) shares[i] /= Math.max(1, sources);
        return shares;
    }
}
