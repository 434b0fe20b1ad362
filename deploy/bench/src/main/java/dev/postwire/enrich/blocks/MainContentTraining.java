package dev.postwire.enrich.blocks;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.Report;
import dev.postwire.bench.Wcxb;
import dev.postwire.bench.WordF1;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.extract.Extractor;
import dev.postwire.enrich.language.LanguageTraining;
import dev.postwire.enrich.trees.Forest;
import dev.postwire.enrich.trees.GradientBoosting;
import dev.postwire.enrich.trees.GradientBoosting.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns which blocks of a page are main content, and says how well that works on sites it has not seen. */
@Command(
        name = "train",
        description =
                "Learns which blocks of a page, or pieces of its text, are its main content, from labelled pages.",
        mixinStandardHelpOptions = true,
        subcommands = LanguageTraining.class)
public final class MainContentTraining implements Callable<Integer> {
    private static final int FOLDS = 4;
    private static final int NONE = -1;
    private static final Settings FIRST = new Settings(120, 5, 0.12, 0.3, 0.6, 20);
    private static final Settings SECOND = new Settings(120, 5, 0.08, 0.35, 0.6, 20);
    /** What the second set of trees sees besides what the first one said. */
    private static final List<String> CARRIED = List.of(
            "letters",
            "words",
            "linkDensity",
            "sentences",
            "tag",
            "copies",
            "wordMean",
            "titleShare",
            "path",
            "pathLowest",
            "pathHighest",
            "name",
            "inMain",
            "inFooter",
            "sinceHeading",
            "headingMean",
            "alike",
            "alikeLetters",
            "alikeShare",
            "inBest",
            "readable",
            "afterHeading",
            "textPosition",
            "up1Readability",
            "up1PerBlock",
            "up1Links",
            "up2Readability",
            "up2Share",
            "up3Images",
            "pageLinks",
            "pageParagraphs",
            "pageLongs",
            "pageItems",
            "bestShare",
            "bestParagraphs",
            "bestLinks",
            "nearLongs",
            "before1Path",
            "after1Path",
            "comment");

    /** Absent only where a subcommand learns something else. */
    @Parameters(paramLabel = "KIND", arity = "0..1", description = "What to learn from: ${COMPLETION-CANDIDATES}.")
    TrainingData of;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Labelled pages (default: the shared development split).")
    Path data;

    @Option(names = "--learn", description = "Write the model into the enricher's resources.")
    boolean learn;

    @Mixin
    Report report;

    @Option(
            names = "--validate",
            paramLabel = "N",
            description = "Validate on this many of the " + FOLDS + " folds only (default: all of them).")
    int validated = FOLDS;

    @Spec
    CommandSpec spec;

    private List<String> names;

    @Override
    public Integer call() throws IOException {
        if (of == null) throw new ParameterException(spec.commandLine(), "say what to learn from, as --help tells");
        PrintWriter out = spec.commandLine().getOut();
        List<LabelledPage> pages = of.pages(data == null ? Wcxb.folder() : data);
        names = names(pages);
        String found = validated == 0 ? "not cross-validated" : validate(pages, out);
        if (!learn) return 0;
        Path resource =
                Checkout.root().resolve("enrich-service/src/main/resources/dev/postwire/enrich/blocks/" + of.resource);
        Files.createDirectories(resource.getParent());
        byte[] model = learned(
                pages, NONE, "WCXB development split (CC BY 4.0), " + pages.size() + " labelled texts; " + found);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream file = new GZIPOutputStream(bytes)) {
            file.write(model);
        }
        Files.write(resource, bytes.toByteArray());
        out.println(
                "wrote " + Files.size(resource) + " bytes to " + Checkout.root().relativize(resource));
        return 0;
    }

    private static List<String> names(List<LabelledPage> pages) {
        PageBlocks any = pages.stream()
                .map(page -> page.blocks)
                .filter(page -> page.size() > 0)
                .findFirst()
                .orElseThrow();
        List<String> names = new ArrayList<>(BlockFeatures.names(any));
        names.addAll(ContextFeatures.names(any));
        return names;
    }

    private int[] carried() {
        return CARRIED.stream().mapToInt(this::index).toArray();
    }

    private int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) throw new IllegalStateException("there is no feature " + name);
        return index;
    }

    /** Rows of first features of all pages, as pages not counted see them; the counted ones as if they had not been. */
    private static Map<LabelledPage, float[][]> features(List<LabelledPage> pages, Collection<LabelledPage> counted) {
        WordStatistics statistics = WordStatistics.of(counted);
        Map<LabelledPage, float[][]> rows = new IdentityHashMap<>();
        for (LabelledPage page : pages) rows.put(page, null);
        pages.parallelStream().forEach(page -> {
            boolean own = counted.contains(page);
            BlockFeatures features =
                    new BlockFeatures(page.blocks, statistics.names(page, own), statistics.words(page, own));
            float[][] table = new float[page.blocks.size()][];
            for (int b = 0; b < table.length; b++) table[b] = row(b, features::put, BlockFeatures.MOST);
            synchronized (rows) {
                rows.put(page, table);
            }
        });
        return rows;
    }

    private interface Putting {
        void put(int block, FeatureRows rows);
    }

    private static float[] row(int block, Putting putting, int most) {
        float[] row = new float[most];
        FeatureRows rows = new FeatureRows(row, null);
        putting.put(block, rows);
        return Arrays.copyOf(row, rows.at());
    }

    private float[][] contexts(LabelledPage page, float[][] rows, float[] first) {
        BlockFeatures features = new BlockFeatures(page.blocks, hash -> 0, hash -> 0);
        ContextFeatures context = new ContextFeatures(page.blocks, features, first);
        int[] carried = carried();
        float[][] table = new float[rows.length][];
        for (int b = 0; b < table.length; b++) {
            float[] row = row(b, context::put, ContextFeatures.MOST);
            table[b] = Arrays.copyOf(row, row.length + carried.length);
            for (int i = 0; i < carried.length; i++) table[b][row.length + i] = rows[b][carried[i]];
        }
        return table;
    }

    private static Forest train(Settings settings, List<LabelledPage> pages, Function<LabelledPage, float[][]> rows) {
        List<float[]> all = new ArrayList<>();
        List<float[]> labels = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            LabelledPage page = pages.get(p);
            if (!page.teaches()) continue;
            float[][] table = rows.apply(page);
            for (int b = 0; b < table.length; b++) {
                if (page.wordCount(b) == 0) continue;
                all.add(table[b]);
                labels.add(new float[] {page.labels[b], page.weight(b), p});
            }
        }
        float[] label = new float[all.size()];
        float[] weight = new float[all.size()];
        int[] group = new int[all.size()];
        for (int i = 0; i < label.length; i++) {
            label[i] = labels.get(i)[0];
            weight[i] = labels.get(i)[1];
            group[i] = (int) labels.get(i)[2];
        }
        return GradientBoosting.train(settings, all.toArray(float[][]::new), label, weight, group);
    }

    private static float[] predict(Forest forest, float[][] rows) {
        float[] probabilities = new float[rows.length];
        for (int b = 0; b < rows.length; b++) probabilities[b] = forest.probability(rows[b]);
        return probabilities;
    }

    /** What a first model that saw neither the page's site nor, with it, the sites of fold {@code without} says of each page. */
    private Map<LabelledPage, float[]> outOfFold(List<LabelledPage> pages, int without) {
        Map<LabelledPage, float[]> predictions = new IdentityHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            if (fold == without) continue;
            int held = fold;
            List<LabelledPage> seen = pages.stream()
                    .filter(page -> page.fold(FOLDS) != held && page.fold(FOLDS) != without)
                    .toList();
            List<LabelledPage> unseen =
                    pages.stream().filter(page -> page.fold(FOLDS) == held).toList();
            List<LabelledPage> both = new ArrayList<>(seen);
            both.addAll(unseen);
            Map<LabelledPage, float[][]> rows = features(both, identities(seen));
            Forest forest = train(FIRST, seen, rows::get);
            for (LabelledPage page : unseen) predictions.put(page, predict(forest, rows.get(page)));
        }
        return predictions;
    }

    private static Collection<LabelledPage> identities(List<LabelledPage> pages) {
        return pages.stream()
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    /** Every page is judged by a model that saw no page of its site: by its blocks, and by what the whole enricher makes of it. */
    private String validate(List<LabelledPage> pages, PrintWriter out) throws IOException {
        Map<String, double[]> blocks = new TreeMap<>();
        Map<String, double[]> whole = new TreeMap<>();
        for (int fold = 0; fold < validated; fold++) {
            int held = fold;
            List<LabelledPage> seen =
                    pages.stream().filter(page -> page.fold(FOLDS) != held).toList();
            MainContentModel model = MainContentModel.read(
                    new DataInputStream(new ByteArrayInputStream(learned(seen, held, "fold " + fold))));
            Enricher enricher = new Enricher(new Extractor(model, model));
            for (LabelledPage page : pages) {
                if (page.fold(FOLDS) != held) continue;
                Selection selection = model.select(page.blocks);
                boolean[] chosen = new boolean[page.blocks.size()];
                for (int b = 0; b < chosen.length; b++) chosen[b] = selection.chosen(b);
                count(blocks, page, 0, 0, page.f1(chosen));
                WordF1 f1 = page.enrichedBy(enricher);
                count(whole, page, f1.precision(), f1.recall(), f1.f1());
            }
            out.println("fold " + (fold + 1) + " of " + FOLDS + ", blocks so far: " + said(blocks));
            out.flush();
        }
        report.publish("validation-" + of.name().toLowerCase(Locale.ROOT), table(whole), out);
        return "word F1 on " + validated + " of " + FOLDS + " folds by site, as enriched: " + said(whole);
    }

    private static void count(
            Map<String, double[]> sums, LabelledPage page, double precision, double recall, double f1) {
        for (String kind : List.of(page.kind, "overall")) {
            double[] sum = sums.computeIfAbsent(kind, key -> new double[4]);
            sum[0] += f1;
            sum[1] += precision;
            sum[2] += recall;
            sum[3]++;
        }
    }

    private static String said(Map<String, double[]> sums) {
        return sums.entrySet().stream()
                .map(sum -> String.format(Locale.ROOT, "%s %.4f", sum.getKey(), sum.getValue()[0] / sum.getValue()[3]))
                .collect(Collectors.joining(", "));
    }

    private static String table(Map<String, double[]> sums) {
        StringBuilder table =
                new StringBuilder("| kind | texts | F1 | precision | recall |\n| --- | --- | --- | --- | --- |\n");
        sums.forEach((kind, sum) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.4f | %.4f | %.4f |%n",
                kind,
                sum[3],
                sum[0] / sum[3],
                sum[1] / sum[3],
                sum[2] / sum[3])));
        return table.toString();
    }

    /** A model of these pages, in the form that the enricher reads. */
    private byte[] learned(List<LabelledPage> pages, int without, String provenance) throws IOException {
        Map<LabelledPage, float[]> outer = outOfFold(pages, without);
        Map<LabelledPage, float[][]> rows = features(pages, identities(pages));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        file.writeInt(MainContentModel.FORMAT);
        file.writeUTF(provenance);
        List<String> all = new ArrayList<>(names);
        all.addAll(CARRIED);
        file.writeUTF(String.join(",", all));
        WordStatistics.of(pages).write(file);
        train(FIRST, pages, rows::get).write(file);
        int[] carried = carried();
        file.writeInt(carried.length);
        for (int feature : carried) file.writeInt(feature);
        train(SECOND, pages, page -> contexts(page, rows.get(page), outer.get(page)))
                .write(file);
        return bytes.toByteArray();
    }
}
