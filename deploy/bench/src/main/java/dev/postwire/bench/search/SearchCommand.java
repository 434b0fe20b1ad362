package dev.postwire.bench.search;

import dev.postwire.bench.Report;
import dev.postwire.bench.accuracy.Table;
import dev.postwire.bench.search.Collection.Question;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        description =
                "How well a running stand answers the questions of labelled collections, and finds posts by their titles.",
        mixinStandardHelpOptions = true)
public final class SearchCommand implements Callable<Integer> {
    @Parameters(
            description =
                    "Collections of the reference data, or folders laid out alike; zerokspot: a blog by its titles.",
            defaultValue = "cacm cisi jsquad-ja xquad-de xquad-es zerokspot",
            split = " ")
    List<String> names;

    @Option(names = "--loaded", description = "The documents are in already.")
    boolean loaded;

    @Option(
            names = "--ingest",
            description = "The intake (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:8081")
    URI ingest;

    @Option(
            names = "--query",
            description = "The read API (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:8080")
    URI query;

    @Option(names = "--worst", description = "Print so many questions of each that were answered worst.")
    int worst;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    private record Answered(Question question, List<String> found, Judgement judgement, double millis) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        ReadApi stand = new ReadApi(ingest, query);
        Table table = new Table(
                List.of("", "questions", "nDCG@10", "MRR@10", "recall@100", "without an answer", "p50", "p99"));
        for (String name : names) {
            Collection collection = Collection.read(name);
            if (!loaded) {
                int refused = stand.post(collection.envelopes());
                if (refused > 0) spec.commandLine().getErr().println("bench: " + name + ": refused " + refused);
            }
            table.row(row(collection.name(), answers(stand, collection)));
            spec.commandLine().getErr().println("bench: " + collection.name() + " done");
        }
        report.publish("search", table.toString(), spec.commandLine().getOut());
        return 0;
    }

    private List<Answered> answers(ReadApi stand, Collection collection) throws IOException, InterruptedException {
        String site = collection.name() + ".example";
        List<Question> questions =
                collection.questions().isPresent() ? collection.questions().get() : titles(stand.titles(site));
        List<Answered> answers = new ArrayList<>();
        for (Question question : questions) {
            long start = System.nanoTime();
            List<String> found = stand.search(question.text(), site);
            double millis = (System.nanoTime() - start) / 1e6;
            answers.add(new Answered(question, found, new Judgement(found, question.grades()), millis));
        }
        answers.stream()
                .sorted(Comparator.comparingDouble(one -> one.judgement().ndcg()))
                .limit(worst)
                .forEach(one -> spec.commandLine()
                        .getErr()
                        .printf(
                                "%.2f %s: %s for %s%n",
                                one.judgement().ndcg(),
                                one.question().text(),
                                one.found().stream().limit(3).toList(),
                                one.question().grades().keySet()));
        return answers;
    }

    /** A title is asked once, and whatever post has it is what was looked for. */
    private static List<Question> titles(Map<String, String> titles) {
        Map<String, Map<String, Integer>> posts = new HashMap<>();
        titles.forEach((id, title) -> {
            if (!title.isBlank())
                posts.computeIfAbsent(title, ids -> new HashMap<>()).put(id, 1);
        });
        return posts.entrySet().stream()
                .map(one -> new Question(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<String> row(String name, List<Answered> answers) {
        double[] millis =
                answers.stream().mapToDouble(Answered::millis).sorted().toArray();
        return List.of(
                name,
                String.valueOf(answers.size()),
                mean(answers, Judgement::ndcg),
                mean(answers, Judgement::reciprocalRank),
                mean(answers, Judgement::recall),
                String.valueOf(
                        answers.stream().filter(one -> one.found().isEmpty()).count()),
                percentile(millis, .5),
                percentile(millis, .99));
    }

    private static String mean(List<Answered> answers, ToDoubleFunction<Judgement> measure) {
        double mean = answers.stream()
                .mapToDouble(one -> measure.applyAsDouble(one.judgement()))
                .average()
                .orElse(0);
        return String.format(Locale.ROOT, "%.3f", mean).replaceFirst("^0", "");
    }

    private static String percentile(double[] sorted, double share) {
        int at = Math.max(0, (int) Math.ceil(share * sorted.length) - 1);
        return String.format(Locale.ROOT, "%.1f ms", sorted[at]);
    }
}
