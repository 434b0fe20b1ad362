package dev.postwire.enrich.trees;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Gradient boosting of decision trees for the logistic loss, over histograms and leaf by leaf, as LightGBM does (Ke et al., 2017).
 * Labels may lie between 0 and 1. Rows of one group (a page) are sampled together, for they are alike. The same rows and the
 * same settings give the same trees.
 */
public final class GradientBoosting {
    private static final int BINS = 128;
    private static final int ROWS_FOR_BINS = 60_000;
    private static final int CHUNK = 10_000;
    private static final double LEAST_GAIN = 1e-6;
    private static final double LEAST_HESSIAN = 1e-4;

    /**
     * @param depth how many branches a path has at most
     * @param rate how much of its step each tree takes
     * @param features the share of the features that a tree may ask for
     * @param groups the share of the groups that a tree is grown on
     * @param lambda the weight against large leaf values
     * @param leastHessian a leaf has no less than this of second derivative, about a quarter of its rows at first
     */
    public record Settings(
            int trees,
            int leaves,
            int depth,
            double rate,
            double features,
            double groups,
            double lambda,
            double leastHessian) {}

    private final Settings settings;
    private final float[][] rows;
    private final float[] labels;
    private final float[] weights;
    private final int[] group;
    private final int width;
    private final float[][] cuts;
    private final byte[][] binned;
    private final float[] gradient;
    private final float[] hessian;

    private GradientBoosting(Settings settings, float[][] rows, float[] labels, float[] weights, int[] group) {
        this.settings = settings;
        this.rows = rows;
        this.labels = labels;
        this.weights = scaled(weights);
        this.group = group;
        this.width = rows[0].length;
        this.cuts = new float[width][];
        this.binned = new byte[width][];
        this.gradient = new float[rows.length];
        this.hessian = new float[rows.length];
    }

    /** @param group of each row, from 0 */
    public static Forest train(Settings settings, float[][] rows, float[] labels, float[] weights, int[] group) {
        return new GradientBoosting(settings, rows, labels, weights, group).train();
    }

    /** To a mean of one, so that the settings mean the same for every set. */
    private static float[] scaled(float[] weights) {
        double sum = 0;
        for (float weight : weights) sum += weight;
        float[] scaled = new float[weights.length];
        for (int i = 0; i < weights.length; i++) scaled[i] = (float) (weights[i] * weights.length / sum);
        return scaled;
    }

    private Forest train() {
        IntStream.range(0, width).parallel().forEach(this::bin);
        double positive = 0;
        for (int i = 0; i < rows.length; i++) positive += weights[i] * labels[i];
        Forest forest = new Forest((float) Math.log(positive / (rows.length - positive)));
        float[] scores = new float[rows.length];
        Arrays.fill(scores, forest.bias);
        Random random = new Random(1);
        for (int i = 0; i < settings.trees(); i++) {
            int[] sample = sample(random);
            for (int row : sample) {
                double probability = 1 / (1 + Math.exp(-scores[row]));
                gradient[row] = (float) ((probability - labels[row]) * weights[row]);
                hessian[row] = (float) (Math.max(LEAST_HESSIAN, probability * (1 - probability)) * weights[row]);
            }
            Forest.Tree tree = grow(sample, features(random));
            forest.trees.add(tree);
            IntStream.rangeClosed(0, rows.length / CHUNK).parallel().forEach(chunk -> {
                int end = Math.min(rows.length, (chunk + 1) * CHUNK);
                for (int row = chunk * CHUNK; row < end; row++) scores[row] += tree.leaf(rows[row]);
            });
        }
        return forest;
    }

    private void bin(int feature) {
        Random random = new Random(feature);
        int sampled = Math.min(rows.length, ROWS_FOR_BINS);
        float[] values = new float[sampled];
        for (int i = 0; i < sampled; i++) {
            values[i] = rows[sampled == rows.length ? i : random.nextInt(rows.length)][feature];
        }
        Arrays.sort(values);
        float[] found = new float[BINS];
        int count = 0;
        for (int bin = 1; bin < BINS; bin++) {
            int at = (int) ((long) bin * sampled / BINS);
            int next = at;
            while (next < sampled && values[next] == values[at]) next++;
            if (next == sampled) break;
            float cut = (values[next - 1] + values[next]) / 2;
            if (count == 0 || cut > found[count - 1]) found[count++] = cut;
        }
        cuts[feature] = Arrays.copyOf(found, count);
        byte[] bins = new byte[rows.length];
        for (int row = 0; row < rows.length; row++) {
            int at = Arrays.binarySearch(cuts[feature], rows[row][feature]);
            bins[row] = (byte) (at < 0 ? -at - 1 : at);
        }
        binned[feature] = bins;
    }

    private int[] sample(Random random) {
        boolean[] taken = new boolean[Arrays.stream(group).max().orElse(0) + 1];
        for (int i = 0; i < taken.length; i++) taken[i] = random.nextDouble() < settings.groups();
        return IntStream.range(0, rows.length).filter(row -> taken[group[row]]).toArray();
    }

    private int[] features(Random random) {
        int[] all = IntStream.range(0, width).filter(f -> cuts[f].length > 0).toArray();
        for (int i = all.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return Arrays.copyOf(all, Math.max(1, (int) (all.length * settings.features())));
    }

    private static final class Leaf {
        int node;
        int depth;
        int[] rows;
        double[] histogram;
        double gradient;
        double hessian;
        double gain;
        int feature;
        int bin;
    }

    private Forest.Tree grow(int[] sample, int[] features) {
        Forest.Tree tree = new Forest.Tree(settings.leaves());
        PriorityQueue<Leaf> open = new PriorityQueue<>(Comparator.comparingDouble((Leaf leaf) -> -leaf.gain));
        Leaf root = new Leaf();
        root.rows = sample;
        root.histogram = histogram(sample, features);
        sum(root);
        open.add(judged(tree, root, features));
        for (int leaves = 1; leaves < settings.leaves(); leaves++) {
            Leaf leaf = open.poll();
            if (leaf == null || leaf.gain <= LEAST_GAIN) break;
            Leaf left = new Leaf();
            Leaf right = new Leaf();
            left.depth = leaf.depth + 1;
            right.depth = leaf.depth + 1;
            divide(leaf, left, right);
            boolean leftSmaller = left.rows.length < right.rows.length;
            Leaf smaller = leftSmaller ? left : right;
            Leaf larger = leftSmaller ? right : left;
            smaller.histogram = histogram(smaller.rows, features);
            larger.histogram = leaf.histogram;
            for (int i = 0; i < larger.histogram.length; i++) larger.histogram[i] -= smaller.histogram[i];
            left.node = tree.split(leaf.node, leaf.feature, cuts[leaf.feature][leaf.bin]);
            right.node = left.node + 1;
            open.add(judged(tree, left, features));
            open.add(judged(tree, right, features));
        }
        return tree;
    }

    private void divide(Leaf leaf, Leaf left, Leaf right) {
        byte[] bins = binned[leaf.feature];
        left.rows =
                Arrays.stream(leaf.rows).filter(row -> bins[row] <= leaf.bin).toArray();
        right.rows =
                Arrays.stream(leaf.rows).filter(row -> bins[row] > leaf.bin).toArray();
        sum(left);
        right.gradient = leaf.gradient - left.gradient;
        right.hessian = leaf.hessian - left.hessian;
    }

    private void sum(Leaf leaf) {
        for (int row : leaf.rows) {
            leaf.gradient += gradient[row];
            leaf.hessian += hessian[row];
        }
    }

    private double[] histogram(int[] sample, int[] features) {
        double[] sums = new double[features.length * BINS * 2];
        IntStream.range(0, features.length).parallel().forEach(i -> {
            byte[] bins = binned[features[i]];
            int base = i * BINS * 2;
            for (int row : sample) {
                int at = base + bins[row] * 2;
                sums[at] += gradient[row];
                sums[at + 1] += hessian[row];
            }
        });
        return sums;
    }

    /** Sets the leaf's value and finds the branch that gains most. */
    private Leaf judged(Forest.Tree tree, Leaf leaf, int[] features) {
        tree.value[leaf.node] = (float) (-settings.rate() * leaf.gradient / (leaf.hessian + settings.lambda()));
        if (leaf.depth == settings.depth()) return leaf;
        double whole = gain(leaf.gradient, leaf.hessian);
        for (int i = 0; i < features.length; i++) {
            double left = 0;
            double leftHessian = 0;
            for (int bin = 0; bin < cuts[features[i]].length; bin++) {
                int at = (i * BINS + bin) * 2;
                left += leaf.histogram[at];
                leftHessian += leaf.histogram[at + 1];
                double rightHessian = leaf.hessian - leftHessian;
                if (leftHessian < settings.leastHessian() || rightHessian < settings.leastHessian()) continue;
                double gain = gain(left, leftHessian) + gain(leaf.gradient - left, rightHessian) - whole;
                if (gain > leaf.gain) {
                    leaf.gain = gain;
                    leaf.feature = features[i];
                    leaf.bin = bin;
                }
            }
        }
        return leaf;
    }

    private double gain(double gradients, double hessians) {
        return gradients * gradients / (hessians + settings.lambda());
    }
}
