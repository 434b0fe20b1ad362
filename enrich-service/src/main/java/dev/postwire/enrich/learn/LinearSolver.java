package dev.postwire.enrich.learn;

import java.util.Arrays;
import java.util.Random;

/**
 * A linear model for one tag at a time by coordinate descent on the dual of a support vector machine with squared loss (Hsieh et
 * al., 2008). Used by one thread; the result depends on its arguments alone.
 */
final class LinearSolver {
    private static final int ROUNDS = 5;
    private static final double CLOSE = 0.01;
    private static final double COST = 1;
    private static final float TAGGED = 2;

    private final Vector[] posts;
    private final double[] squares;
    private final float[] weights;
    private float bias;

    LinearSolver(Vector[] posts, int terms) {
        this.posts = posts;
        this.weights = new float[terms];
        this.squares = new double[posts.length];
        for (int i = 0; i < posts.length; i++) for (float weight : posts[i].weights()) squares[i] += weight * weight;
    }

    /**
     * @param rows the numbers of the posts to learn from
     * @param tagged which of them have the tag
     * @param cost of an error on each that has it not
     */
    void solve(int[] rows, boolean[] tagged, float[] cost) {
        Arrays.fill(weights, 0);
        bias = 0;
        double[] alpha = new double[rows.length];
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        Random random = new Random(rows.length);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            double most = 0;
            for (int i : order) {
                double ridge = 0.5 / (COST * (tagged[i] ? TAGGED : cost[i]));
                most = Math.max(most, step(rows[i], tagged[i] ? 1 : -1, ridge, alpha, i));
            }
            if (most < CLOSE) break;
        }
    }

    private double step(int row, int sign, double ridge, double[] alpha, int i) {
        Vector post = posts[row];
        double gradient = sign * score(post) - 1 + alpha[i] * ridge;
        double next = Math.max(0, alpha[i] - gradient / (squares[row] + 1 + ridge));
        double change = (next - alpha[i]) * sign;
        if (change == 0) return 0;
        alpha[i] = next;
        for (int j = 0; j < post.size(); j++) weights[post.ids()[j]] += (float) (change * post.weights()[j]);
        bias += (float) change;
        return Math.abs(change);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    double score(Vector post) {
        return post.dot(weights) + bias;
    }

    /** The heaviest weights; changes with the next {@link #solve}. */
    LinearModels.Weights heaviest(int most) {
        int[] ids = new int[weights.length];
        int size = 0;
        for (int i = 0; i < weights.length; i++) if (weights[i] != 0) ids[size++] = i;
        if (size > most) {
            float[] sizes = new float[size];
            for (int i = 0; i < size; i++) sizes[i] = Math.abs(weights[ids[i]]);
            Arrays.sort(sizes);
            float least = sizes[size - most];
            int kept = 0;
            for (int i = 0; i < size && kept < most; i++) if (Math.abs(weights[ids[i]]) >= least) ids[kept++] = ids[i];
            size = kept;
        }
        float[] kept = new float[size];
        for (int i = 0; i < size; i++) kept[i] = weights[ids[i]];
        return LinearModels.Weights.of(Arrays.copyOf(ids, size), kept, bias);
    }
}
