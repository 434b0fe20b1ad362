package dev.postwire.enrich.blocks;

import dev.postwire.bench.Wcxb;
import dev.postwire.bench.WordF1;
import dev.postwire.bench.Words;
import dev.postwire.bench.training.Alignment;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page's blocks with how much of each is main content. */
final class LabelledPage {
    /** A large page weighs at most so many times its main content: it should not drown the others. */
    private static final double LEAST_MAIN_SHARE = 0.15;

    private static final int SMOOTHING_WORDS = 60;
    /** Words count less than in proportion, so that long blocks do not teach everything. */
    private static final double WORD_POWER = 0.8;

    private static final double LEAST_WEIGHT = 0.0005;

    final String kind;
    final String site;
    final PageBlocks blocks;
    final float[] labels;
    /** The words of each block as numbers of this page's own. */
    private final int[][] words;
    /** How often each number's word is in the gold text. */
    private final int[] gold;

    private final int goldWords;

    /** The post that the page is, as a preview would get it. */
    private final RawPost post;

    private final Map<String, Integer> goldCounts;

    /**
     * @param kind what its result is counted under
     * @param contentType of what is posted: the page itself, or {@code text}
     */
    LabelledPage(Wcxb.Page page, String kind, PageBlocks blocks, String contentType, byte[] posted) {
        this.kind = kind;
        this.post = new RawPost(
                page.id(),
                page.id(),
                new RawPost.Origin(0, 0, Instant.EPOCH),
                contentType,
                posted,
                page.url().isEmpty()
                        ? List.of()
                        : List.of(new Claim(Claim.Field.URL, page.url(), Claim.Source.REQUEST, "url")));
        this.goldCounts = Words.counts(page.text());
        this.site = site(page);
        this.blocks = blocks;
        List<String> texts = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) texts.add(blocks.text(b));
        this.labels = Alignment.labels(texts, page.text());
        Map<String, Integer> numbers = new HashMap<>();
        List<String> goldText = Words.of(page.text());
        this.goldWords = goldText.size();
        this.words = new int[texts.size()][];
        for (int b = 0; b < words.length; b++) words[b] = numbered(Words.of(texts.get(b)), numbers);
        int[] numberedGold = numbered(goldText, numbers);
        this.gold = new int[numbers.size()];
        for (int word : numberedGold) gold[word]++;
    }

    private static int[] numbered(List<String> words, Map<String, Integer> numbers) {
        return words.stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, key -> numbers.size()))
                .toArray();
    }

    private static String site(Wcxb.Page page) {
        String host = page.url().isEmpty()
                ? null
                : URI.create(page.url().replace(' ', '+').replace('|', '+')).getHost();
        return host == null ? page.id() : host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    int fold(int folds) {
        return Math.floorMod(site.hashCode() * 0x9E3779B9 >>> 7, folds);
    }

    boolean teaches() {
        return goldWords > 0;
    }

    int wordCount(int block) {
        return words[block].length;
    }

    /** What a block's being right or wrong is worth to its page's F1, about. */
    float weight(int block) {
        double all = 0;
        for (int[] one : words) all += one.length;
        double whole = Math.max(goldWords, LEAST_MAIN_SHARE * all) + SMOOTHING_WORDS;
        return (float) (Math.pow(words[block].length / whole, WORD_POWER) + LEAST_WEIGHT);
    }

    /** The word F1 of the text that an enricher makes of it; of none where it is rejected. */
    WordF1 enrichedBy(Enricher enricher) {
        String text = enricher.enrich(post) instanceof Outcome.Enriched enriched
                ? enriched.post().text()
                : "";
        return WordF1.of(Words.counts(text), goldCounts);
    }

    /** The word F1 of the blocks chosen. */
    double f1(boolean[] chosen) {
        int[] counts = new int[gold.length];
        int taken = 0;
        int right = 0;
        for (int b = 0; b < chosen.length; b++) {
            if (!chosen[b]) continue;
            taken += words[b].length;
            for (int word : words[b]) if (++counts[word] <= gold[word]) right++;
        }
        if (goldWords == 0) return taken == 0 ? 1 : 0;
        return 2.0 * right / (taken + goldWords);
    }
}
