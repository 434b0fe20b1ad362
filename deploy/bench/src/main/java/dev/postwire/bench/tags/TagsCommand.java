package dev.postwire.bench.tags;

import dev.postwire.bench.Report;
import dev.postwire.bench.accuracy.Table;
import dev.postwire.enrich.learn.Example;
import dev.postwire.enrich.learn.TagModel;
import dev.postwire.enrich.learn.TagPeers;
import dev.postwire.enrich.learn.Trainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "tags",
        description = "Learned tags against the authors' own, of posts that were not learned from.",
        mixinStandardHelpOptions = true)
public final class TagsCommand implements Callable<Integer> {
    private static final List<String> HEAD =
            List.of("posts", "suggested by", "F1", "F1@5", "NDCG@10", "F1@5, all", "NDCG@10, all", "tags a post");

    private static final int FOLDS = 4;
    private static final int FEW = 5;

    @Option(names = "--corpus", description = "Only this one; repeatable.")
    List<String> corpora = TaggedCorpus.ALL;

    @Option(names = "--cross-validate", description = "Also learn from three quarters of the training posts, for the fourth.")
    boolean crossValidate;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Table table = new Table(HEAD);
        StringBuilder notes = new StringBuilder();
        for (String name : corpora) {
            TaggedCorpus corpus = TaggedCorpus.read(name);
            long start = System.nanoTime();
            TagModel model = model(corpus.train());
            long learned = System.nanoTime();
            TagScore score = score(model, corpus.val());
            long suggested = System.nanoTime();
            peers(model, corpus, table);
            row(table, name + " val", "Postwire", score);
            notes.append(String.format(
                    "%s: learned from %d posts in %.1f s; %.2f ms a post; %d kB; %s%n",
                    name,
                    corpus.train().size(),
                    (learned - start) / 1e9,
                    (suggested - learned) / 1e6 / corpus.val().size(),
                    model.parts().stream().mapToInt(part -> part.length).sum() / 1000,
                    score.evidence()));
            if (crossValidate) row(table, name + " train, cross-validated", "Postwire", crossValidated(corpus));
        }
        report.publish("tags", table + "\n" + notes, spec.commandLine().getOut());
        return 0;
    }

    static TagModel model(List<Example> posts) {
        Trainer trainer = new Trainer();
        posts.forEach(trainer::add);
        return trainer.train();
    }

    private static TagScore score(TagModel model, List<Example> posts) {
        TagScore score = new TagScore();
        for (Example post : posts) score.add(post, model.suggest(post.post()));
        return score;
    }

    private static TagScore crossValidated(TaggedCorpus corpus) {
        TagScore score = new TagScore();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> seen = new ArrayList<>();
            List<Example> unseen = new ArrayList<>();
            for (int i = 0; i < corpus.train().size(); i++) {
                (i % FOLDS == fold ? unseen : seen).add(corpus.train().get(i));
            }
            TagModel model = model(seen);
            for (Example post : unseen) score.add(post, model.suggest(post.post()));
        }
        return score;
    }

    /** Each gives the number of tags by which it does best, at most ten. */
    private static void peers(TagModel model, TaggedCorpus corpus, Table table) {
        TagPeers peers = new TagPeers(model, corpus.name() + ".example");
        Map<String, TagScore[]> scores = new LinkedHashMap<>();
        for (Example post : corpus.val()) {
            peers.of(post.post()).forEach((name, ranked) -> {
                TagScore[] counts = scores.computeIfAbsent(name, n -> new TagScore[FEW]);
                for (int i = 0; i < FEW; i++) {
                    if (counts[i] == null) counts[i] = new TagScore();
                    counts[i].add(post, ranked, Math.min(i + 1, ranked.size()));
                }
            });
        }
        scores.forEach((name, counts) -> {
            TagScore best = counts[0];
            for (TagScore one : counts) if (one.doc() > best.doc()) best = one;
            row(table, corpus.name() + " val", name, best);
        });
    }

    private static void row(Table table, String posts, String by, TagScore score) {
        List<String> cells = new ArrayList<>(List.of(posts, by));
        cells.addAll(score.cells());
        table.row(cells);
    }
}
