package dev.postwire.enrich.blocks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/**
 * How probably each block of a page is main content: a first set of trees judges each block, a second one judges it again in the
 * light of what the others came out as. Learned by {@code deploy/bench/run train}, which says from what in the
 * resource itself. Immutable; thread-safe.
 */
public final class MainContentModel {
    static final int FORMAT = 1;
    private static final int REASONS = 4;
    /** No row of features is longer. */
    private static final int FEATURES = 256;

    private static final float SLIGHT = 0.05f;
    /** What the first trees are so sure of, the second ones do not turn. */
    private static final float SURE = 0.015f;

    private final String provenance;
    private final List<String> names;
    /** Where in the names those of the second set of trees begin. */
    private final int secondNames;

    private final Weights nameWeights;
    private final Weights wordWeights;
    private final BoostedTrees first;
    private final BoostedTrees second;
    /** The first features that the second set of trees sees too. */
    private final int[] carried;

    private MainContentModel(DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT) throw new IOException("a model of another format");
        provenance = in.readUTF();
        names = List.of(in.readUTF().split(","));
        nameWeights = HashedWeights.read(in);
        wordWeights = HashedWeights.read(in);
        first = BoostedTrees.read(in);
        carried = new int[in.readInt()];
        for (int i = 0; i < carried.length; i++) carried[i] = in.readInt();
        second = BoostedTrees.read(in);
        secondNames = names.indexOf("first");
    }

    /** The model of that name that came with this version. */
    public static MainContentModel load(String name) {
        try (InputStream resource = MainContentModel.class.getResourceAsStream(name);
                DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(resource)))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MainContentModel read(DataInputStream in) throws IOException {
        return new MainContentModel(in);
    }

    /** What it was learned from, and how well it did on sites it had not seen. */
    public String provenance() {
        return provenance;
    }

    /** The names of what the trees ask for, those of the second set last. */
    List<String> names() {
        return names;
    }

    public Selection select(PageBlocks page) {
        return new Selection(page, judge(page));
    }

    Judgement judge(PageBlocks page) {
        int size = page.size();
        BlockFeatures features = new BlockFeatures(page, nameWeights, wordWeights);
        float[] rows = new float[secondNames * size];
        int[] starts = new int[size];
        FeatureRows row = new FeatureRows(rows, null);
        for (int b = 0; b < size; b++) {
            starts[b] = row.at();
            features.put(b, row);
        }
        float[] before = first.probabilities(rows, starts, size);
        ContextFeatures context = new ContextFeatures(page, features, before);
        float[] contexts = new float[(names.size() - secondNames) * size];
        FeatureRows contextRow = new FeatureRows(contexts, null);
        int[] asked = new int[size];
        int[] contextStarts = new int[size];
        int[] contextOf = new int[size];
        int count = 0;
        for (int b = 0; b < size; b++) {
            if (before[b] < SURE || before[b] > 1 - SURE) continue;
            asked[count] = b;
            contextOf[b] = count + 1;
            contextStarts[count++] = contextRow.at();
            context.put(b, contextRow);
            for (int feature : carried) contextRow.put("", rows[starts[b] + feature]);
        }
        float[] again = second.probabilities(contexts, contextStarts, count);
        float[] after = before.clone();
        for (int i = 0; i < count; i++) after[asked[i]] = again[i];
        return new Judgement(
                after,
                block -> contextOf[block] == 0
                        ? strongest(first.contributions(rows, starts[block], FEATURES), 0)
                        : strongest(
                                second.contributions(contexts, contextStarts[contextOf[block] - 1], FEATURES),
                                secondNames));
    }

    private Map<String, Double> strongest(float[] parts, int firstName) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) if (Math.abs(parts[i]) > SLIGHT) order.add(i);
        order.sort((a, b) -> Float.compare(Math.abs(parts[b]), Math.abs(parts[a])));
        Map<String, Double> reasons = new LinkedHashMap<>();
        for (int i : order.subList(0, Math.min(REASONS, order.size()))) {
            reasons.put(names.get(firstName + i), Math.round(parts[i] * 100) / 100.0);
        }
        return reasons;
    }

    /**
     * What came out for one page.
     *
     * @param probabilities of each block, that it is main content
     * @param reasons of a block: what turned the judgement most, by how much of the logarithm of the odds; above 0 towards main
     *     content
     */
    record Judgement(float[] probabilities, IntFunction<Map<String, Double>> reasons) {}
}
