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
        BlockFeatures features = new BlockFeatures(page, nameWeights, wordWeights);
        float[] before = new float[page.size()];
        float[] kept = first(features, before);
        ContextFeatures context = new ContextFeatures(page, features, before);
        float[] after = second(context, kept, before);
        return new Judgement(after, block -> reasons(block, features, context, before));
    }

    /** Judges each block by itself; returns the carried features of those that are judged again. */
    private float[] first(BlockFeatures features, float[] before) {
        Batch batch = new Batch(first, secondNames);
        float[] kept = new float[before.length * carried.length];
        int at = 0;
        for (int b = 0; b < before.length; b++) {
            features.put(b, batch.next(b));
            if (!batch.isFull() && b + 1 < before.length) continue;
            batch.judge(before);
            for (int row = 0; row < batch.size(); row++) {
                if (isSure(before[batch.block(row)])) continue;
                for (int feature : carried) kept[at++] = batch.value(row, feature);
            }
            batch.clear();
        }
        return kept;
    }

    private float[] second(ContextFeatures context, float[] kept, float[] before) {
        Batch batch = new Batch(second, names.size() - secondNames);
        float[] after = before.clone();
        int at = 0;
        for (int b = 0; b < before.length; b++) {
            if (isSure(before[b])) continue;
            FeatureRows row = batch.next(b);
            context.put(b, row);
            row.putAll(kept, at, carried.length);
            at += carried.length;
            if (!batch.isFull()) continue;
            batch.judge(after);
            batch.clear();
        }
        batch.judge(after);
        return after;
    }

    private static boolean isSure(float probability) {
        return probability < SURE || probability > 1 - SURE;
    }

    private Map<String, Double> reasons(int block, BlockFeatures features, ContextFeatures context, float[] before) {
        Batch alone = new Batch(first, secondNames);
        features.put(block, alone.next(block));
        if (isSure(before[block])) return strongest(alone.contributions(), 0);
        Batch again = new Batch(second, names.size() - secondNames);
        FeatureRows row = again.next(block);
        context.put(block, row);
        for (int feature : carried) row.put("", alone.value(0, feature));
        return strongest(again.contributions(), secondNames);
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
