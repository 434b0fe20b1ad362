package dev.postwire.enrich.learn;

import dev.postwire.enrich.trees.Forest;
import dev.postwire.enrich.trees.GradientBoosting;
import java.util.ArrayList;
import java.util.List;

/** Learns a ranker from rows of posts that nothing of what made the rows had seen, and calibrates it on posts it has not seen. */
final class RankerTraining {
    private static final GradientBoosting.Settings SETTINGS = new GradientBoosting.Settings(150, 4, 0.08, 0.6, 0.7, 5);
    private static final int FOLDS = 4;
    private static final int CALIBRATION_ROUNDS = 30;

    /**
     * The rows of one post.
     *
     * @param tags how many it has
     */
    record Post(int number, List<float[]> rows, List<Boolean> right, int tags) {}

    private final List<Post> posts;

    RankerTraining(List<Post> posts) {
        this.posts = posts;
    }

    /** Whether there is anything to learn from. */
    boolean isPossible(int fewestPosts) {
        long right = posts.stream().filter(post -> post.right().contains(true)).count();
        long wrong = posts.stream().filter(post -> post.right().contains(false)).count();
        return posts.size() >= fewestPosts && right >= fewestPosts / 2 && wrong >= fewestPosts / 2;
    }

    /** How many rows of a post are right, in the mean. */
    double right() {
        double right = 0;
        for (Post post : posts) for (boolean one : post.right()) if (one) right++;
        return right / Math.max(1, posts.size());
    }

    Ranker train() {
        List<double[]> unseen = unseen();
        double[] line = line(unseen);
        return new Ranker(forest(posts), (float) line[0], (float) line[1], (float) missing());
    }

    /** The probabilities of each post's rows by trees that have not seen it. */
    List<double[]> unseen() {
        List<double[]> unseen = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) unseen.add(null);
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Post> others = new ArrayList<>();
            for (Post post : posts) if (fold(post) != fold) others.add(post);
            Forest forest = forest(others);
            for (int i = 0; i < posts.size(); i++) {
                if (fold(posts.get(i)) == fold) {
                    unseen.set(
                            i,
                            posts.get(i).rows().stream()
                                    .mapToDouble(forest::probability)
                                    .toArray());
                }
            }
        }
        return unseen;
    }

    /** Posts whose rows leave out the same posts stay together, or the rows would tell which tags those have. */
    private static int fold(Post post) {
        return post.number() % SiteIndex.PARTS % FOLDS;
    }

    private Forest forest(List<Post> from) {
        int size = from.stream().mapToInt(post -> post.rows().size()).sum();
        float[][] rows = new float[size][];
        float[] right = new float[size];
        float[] weights = new float[size];
        int[] groups = new int[size];
        int at = 0;
        for (int group = 0; group < from.size(); group++) {
            Post post = from.get(group);
            for (int i = 0; i < post.rows().size(); i++) {
                rows[at] = post.rows().get(i);
                right[at] = post.right().get(i) ? 1 : 0;
                weights[at] = 1;
                groups[at++] = group;
            }
        }
        return GradientBoosting.train(SETTINGS, rows, right, weights, groups);
    }

    /** Platt's: the slope and the offset under which the labels are most probable, by Newton's method. */
    private double[] line(List<double[]> unseen) {
        double slope = 1;
        double offset = 0;
        for (int round = 0; round < CALIBRATION_ROUNDS; round++) {
            // A prior at a slope of one keeps few posts from bending it.
            double gradient = slope - 1;
            double gradientOffset = offset;
            double slopes = 1;
            double both = 0;
            double offsets = 1;
            for (int i = 0; i < unseen.size(); i++) {
                for (int j = 0; j < unseen.get(i).length; j++) {
                    double x = Ranker.logit(unseen.get(i)[j]);
                    double p = 1 / (1 + Math.exp(-slope * x - offset));
                    double error = p - (posts.get(i).right().get(j) ? 1 : 0);
                    double curve = p * (1 - p);
                    gradient += error * x;
                    gradientOffset += error;
                    slopes += curve * x * x;
                    both += curve * x;
                    offsets += curve;
                }
            }
            double determinant = slopes * offsets - both * both;
            slope -= (offsets * gradient - both * gradientOffset) / determinant;
            offset -= (slopes * gradientOffset - both * gradient) / determinant;
        }
        boolean sound = slope > 0.2 && slope < 5 && Math.abs(offset) < 3;
        return sound ? new double[] {slope, offset} : new double[] {1, 0};
    }

    private double missing() {
        double tags = 0;
        for (Post post : posts) tags += post.tags();
        return Math.max(0, tags / posts.size() - right());
    }
}
