package dev.postwire.enrich.learn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns the linear models of a site's tags: each from the posts that have the tag, those most like them that do not, and some of
 * the rest, which stand for all of it.
 */
final class LinearTraining {
    /** Posts are judged by models of the posts of other folds. */
    static final int FOLDS = 5;

    private static final int FEWEST_USES = 2;
    private static final int OTHERS = 300;
    private static final int OTHERS_PER_USE = 4;
    private static final float MOST_COST = 10;
    private static final int CENTRE_TERMS = 200;
    private static final int MOST_WEIGHTS = 500;

    private final SiteIndex site;
    private final Vector[] posts;

    LinearTraining(SiteIndex site) {
        this.site = site;
        this.posts = new Vector[site.size()];
        IntStream.range(0, posts.length)
                .parallel()
                .forEach(i -> posts[i] = site.terms.weighted(site.posts[i].terms(site.terms)));
    }

    static int fold(int post) {
        return post % SiteIndex.PARTS * FOLDS / SiteIndex.PARTS;
    }

    /** Of the labels asked for; null where a tag has too few uses. */
    LinearModels.Weights[] models(BitSet labels) {
        LinearModels.Weights[] models = new LinearModels.Weights[site.tags.size()];
        inParallel(labels, (label, solver) -> {
            Rows rows = rows(label);
            solver.solve(rows.posts, rows.tagged, rows.cost);
            models[label] = solver.heaviest(MOST_WEIGHTS);
        });
        return models;
    }

    /**
     * By post and label what models say that have not seen the post; of the first folds only, null for the posts of others. Not a
     * number where no other fold has the tag.
     */
    float[][] unseen(int folds) {
        float[][] scores = new float[posts.length][];
        for (int post = 0; post < posts.length; post++)
            if (fold(post) < folds) scores[post] = new float[site.tags.size()];
        for (float[] of : scores) if (of != null) Arrays.fill(of, LinearModels.UNKNOWN);
        BitSet all = new BitSet();
        all.set(0, site.tags.size());
        inParallel(all, (label, solver) -> {
            Rows rows = rows(label);
            for (int fold = 0; fold < folds; fold++) {
                Rows seen = rows.without(fold);
                if (!seen.hasTagged()) continue;
                solver.solve(seen.posts, seen.tagged, seen.cost);
                for (int post = 0; post < posts.length; post++) {
                    if (fold(post) == fold) scores[post][label] = (float) solver.score(posts[post]);
                }
            }
        });
        return scores;
    }

    private interface Work {
        void on(int label, LinearSolver solver);
    }

    /** Every label by itself, so that the result is the same on any number of cores. */
    private void inParallel(BitSet labels, Work work) {
        int[] wanted = labels.stream()
                .filter(label -> site.uses(label, -1) >= FEWEST_USES)
                .toArray();
        int threads = Math.min(wanted.length, Runtime.getRuntime().availableProcessors());
        IntStream.range(0, threads).parallel().forEach(thread -> {
            LinearSolver solver = new LinearSolver(posts, site.terms.size());
            for (int i = thread; i < wanted.length; i += threads) work.on(wanted[i], solver);
        });
    }

    private Rows rows(int label) {
        int size = posts.length;
        boolean[] tagged = new boolean[size];
        float[] centre = new float[site.terms.size()];
        int uses = 0;
        for (int post = 0; post < size; post++) {
            if (!site.posts[post].has(label)) continue;
            tagged[post] = true;
            uses++;
            Vector subject = posts[post];
            for (int i = 0; i < subject.size(); i++) centre[subject.ids()[i]] += subject.weights()[i];
        }
        float[] alike = site.bySubject.similarities(heaviest(centre));
        for (int post = 0; post < size; post++) if (tagged[post]) alike[post] = 0;
        int others = Math.min(size - uses, Math.max(OTHERS, OTHERS_PER_USE * uses));
        float[] cost = new float[size];
        int taken = 0;
        for (int post : Top.of(alike, 0, Math.max(1, others / 2))) {
            cost[post] = 1;
            taken++;
        }
        double share = Math.min(1, (others - taken) / (double) Math.max(1, size - uses - taken));
        float weight = (float) Math.min(MOST_COST, 1 / Math.max(share, 1e-3));
        Random random = new Random(label);
        for (int post = 0; post < size; post++) {
            if (!tagged[post] && cost[post] == 0 && random.nextDouble() < share) cost[post] = weight;
        }
        int[] chosen = IntStream.range(0, size)
                .filter(post -> tagged[post] || cost[post] > 0)
                .toArray();
        return Rows.of(chosen, tagged, cost);
    }

    private static Vector heaviest(float[] centre) {
        int[] ids = Top.of(centre, 0, CENTRE_TERMS);
        float[] weights = new float[ids.length];
        for (int i = 0; i < ids.length; i++) weights[i] = centre[ids[i]];
        return new Vector(ids, weights);
    }

    private record Rows(int[] posts, boolean[] tagged, float[] cost) {
        static Rows of(int[] posts, boolean[] tagged, float[] cost) {
            Rows rows = new Rows(posts, new boolean[posts.length], new float[posts.length]);
            for (int i = 0; i < posts.length; i++) {
                rows.tagged[i] = tagged[posts[i]];
                rows.cost[i] = cost[posts[i]];
            }
            return rows;
        }

        Rows without(int fold) {
            int[] kept = IntStream.range(0, posts.length)
                    .filter(i -> fold(posts[i]) != fold)
                    .toArray();
            Rows rows = new Rows(new int[kept.length], new boolean[kept.length], new float[kept.length]);
            for (int i = 0; i < kept.length; i++) {
                rows.posts[i] = posts[kept[i]];
                rows.tagged[i] = tagged[kept[i]];
                rows.cost[i] = cost[kept[i]];
            }
            return rows;
        }

        boolean hasTagged() {
            for (boolean one : tagged) if (one) return true;
            return false;
        }
    }
}
