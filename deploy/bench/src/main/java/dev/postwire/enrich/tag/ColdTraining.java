package dev.postwire.enrich.tag;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.Report;
import dev.postwire.bench.accuracy.Table;
import dev.postwire.enrich.trees.Forest;
import dev.postwire.enrich.vocabulary.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns which suggested tags an author of whom nothing is known would give, and says how well that works on sites not seen. */
@Command(
        name = "train-tags",
        description =
                "Learns to tag posts of authors of whom nothing is known, from posts and pages with their authors' tags.",
        mixinStandardHelpOptions = true)
public final class ColdTraining implements Callable<Integer> {
    /** Of the tags given to the posts of a blog that was not seen, the mean over the blogs. */
    private static final double PRECISION = 0.5;

    private static final int STEPS = 200;

    @Option(names = "--learn", description = "Write the model into the enricher's resources.")
    boolean learn;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    private final Vocabulary vocabulary = Vocabulary.builtIn();
    private final TaggedPosts source = new TaggedPosts();
    private List<TaggedPost> posts;

    /** What a model says that saw nothing of the fold. */
    private record HeldBack(String fold, TagHabits habits, Forest trees, List<double[]> judged) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        posts = source.all();
        List<HeldBack> heldBack = new ArrayList<>();
        for (String fold : folds()) heldBack.add(heldBack(fold));
        double[] scale = calibration(heldBack);
        double least = least(heldBack, scale);
        String table = table(heldBack, scale, least);
        report.publish("cold-tags", table, out);
        if (learn) write(scale, least, table, out);
        return 0;
    }

    private List<String> folds() {
        List<String> folds = new ArrayList<>(TaggedPosts.BLOGS);
        for (int i = 0; i < TaggedPosts.PAGE_FOLDS; i++) folds.add("pages" + i);
        return folds;
    }

    private List<TaggedPost> in(String fold) {
        return posts.stream().filter(post -> post.fold().equals(fold)).toList();
    }

    private TagHabits habitsWithout(String fold, String other) {
        return HabitStatistics.of(posts.stream()
                        .filter(post ->
                                !post.fold().equals(fold) && !post.fold().equals(other))
                        .toList())
                .habits();
    }

    /** Rows are made with the habits of other folds only, as they will be for a site not seen. */
    private Forest trees(String without) {
        JudgedPosts judged = new JudgedPosts(vocabulary);
        for (String fold : folds()) if (!fold.equals(without)) judged.add(in(fold), habitsWithout(fold, without));
        return judged.train();
    }

    private HeldBack heldBack(String fold) {
        Forest trees = trees(fold);
        TagHabits habits = habitsWithout(fold, "");
        JudgedPosts judged = new JudgedPosts(vocabulary);
        judged.add(in(fold), habits);
        List<double[]> answers = new ArrayList<>();
        for (JudgedPosts.Row row : judged.rows)
            answers.add(new double[] {trees.probability(row.features()), row.isRight() ? 1 : 0});
        return new HeldBack(fold, habits, trees, answers);
    }

    private static boolean isBlog(HeldBack held) {
        return TaggedPosts.BLOGS.contains(held.fold);
    }

    /** Slope and offset after Platt (1999), by Newton's method; each blog counts the same. */
    private static double[] calibration(List<HeldBack> heldBack) {
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < 30; step++) {
            double[] sums = new double[5];
            for (HeldBack held : heldBack) {
                if (!isBlog(held)) continue;
                for (double[] answer : held.judged) {
                    double odds = Math.log(answer[0] / (1 - answer[0]));
                    double p = 1 / (1 + Math.exp(-slope * odds - offset));
                    double weight = 1.0 / held.judged.size();
                    double gradient = weight * (p - answer[1]);
                    double hessian = weight * p * (1 - p);
                    sums[0] += gradient * odds;
                    sums[1] += gradient;
                    sums[2] += hessian * odds * odds;
                    sums[3] += hessian * odds;
                    sums[4] += hessian;
                }
            }
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            slope -= (sums[0] * sums[4] - sums[1] * sums[3]) / determinant;
            offset -= (sums[1] * sums[2] - sums[0] * sums[3]) / determinant;
        }
        return new double[] {slope, offset};
    }

    /** The lowest from which on the mean of the blogs' precisions is what is wanted. */
    private static double least(List<HeldBack> heldBack, double[] scale) {
        double least = 1;
        for (int step = STEPS - 1; step > 0; step--) {
            double mean = 0;
            for (HeldBack held : heldBack) {
                if (!isBlog(held)) continue;
                double given = 0;
                double right = 0;
                for (double[] answer : held.judged) {
                    if (ColdModel.calibrated(answer[0], scale[0], scale[1]) * STEPS < step) continue;
                    given++;
                    right += answer[1];
                }
                mean += (given == 0 ? 1 : right / given) / TaggedPosts.BLOGS.size();
            }
            if (mean >= PRECISION) least = (double) step / STEPS;
        }
        return least;
    }

    private String table(List<HeldBack> heldBack, double[] scale, double least) throws IOException {
        Map<String, ColdScore> scores = new LinkedHashMap<>();
        for (HeldBack held : heldBack) {
            ColdModel model = new ColdModel("held back", held.habits, held.trees, least, scale[0], scale[1]);
            score(scores, isBlog(held) ? held.fold : "pages of many sites", in(held.fold), model);
        }
        HeldBack last = heldBack.get(heldBack.size() - 1);
        ColdModel model = new ColdModel("held back", last.habits, last.trees, least, scale[0], scale[1]);
        score(scores, "kirjasto", source.blog("kirjasto"), model);
        Table table = new Table(ColdScore.HEAD);
        scores.forEach((name, score) -> table.row(score.row(name)));
        return table.toString();
    }

    private void score(Map<String, ColdScore> scores, String name, List<TaggedPost> of, ColdModel model) {
        ColdScore score = scores.computeIfAbsent(name, n -> new ColdScore());
        ColdTagger tagger = new ColdTagger(vocabulary, model);
        for (TaggedPost post : of) {
            if (!post.gold().isEmpty())
                score.add(post.gold(), tagger.suggest(post.words(), vocabulary.mentions(post.words())));
        }
    }

    private void write(double[] scale, double least, String table, PrintWriter out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream file = new DataOutputStream(new GZIPOutputStream(bytes))) {
            file.writeInt(ColdModel.FORMAT);
            file.writeUTF(String.format(
                    Locale.ROOT,
                    "authors' tags of %d posts: zerokspot.com (CC BY-SA 3.0 AT), 18F (CC0), the WCXB development split's pages "
                            + "(CC BY 4.0); words, tags and sites as hashes and counts; vocabulary %s. On sites not seen:%n%s",
                    posts.stream().filter(post -> !post.gold().isEmpty()).count(),
                    vocabulary.version(),
                    table));
            file.writeDouble(least);
            file.writeDouble(scale[0]);
            file.writeDouble(scale[1]);
            HabitStatistics.of(posts).write(file);
            trees("").write(file);
        }
        Path resource = Checkout.root().resolve("enrich-service/src/main/resources/dev/postwire/enrich/tag/cold.model");
        Files.createDirectories(resource.getParent());
        Files.write(resource, bytes.toByteArray());
        out.println("wrote " + bytes.size() + " bytes to " + Checkout.root().relativize(resource));
    }
}
