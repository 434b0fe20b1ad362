package dev.postwire.bench.language;

import com.carrotsearch.labs.langid.LangIdV3;
import dev.postwire.bench.Report;
import dev.postwire.bench.accuracy.Table;
import dev.postwire.enrich.language.Detection;
import dev.postwire.enrich.language.LanguageDetector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "language",
        description = "The language of labelled texts, whole and cut to 20, 8 and 3 words; langid-java beside us.",
        mixinStandardHelpOptions = true)
public final class LanguageCommand implements Callable<Integer> {
    /** The processor's time, which other work on the machine does not lengthen much. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final int WHOLE = Integer.MAX_VALUE;
    private static final List<Integer> LENGTHS = List.of(WHOLE, 20, 8, 3);
    /** The rounds before the clock counts, and those it counts. */
    private static final int WARM = 5;

    private static final int ROUNDS = 5;

    @Option(names = "--data", description = "Labelled texts, JSON lines (lang, text), gzipped.")
    Path data;

    @Option(names = "--wrong", description = "Also list what was wrong.")
    boolean wrong;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    /** Codes are compared without their region. */
    private record Contender(String name, Function<String, String> detect, double megabytes) {}

    @Override
    public Integer call() throws IOException {
        Path file = data == null ? LabelledText.file() : data;
        if (!Files.exists(file)) throw new NoSuchFileException(file + " is not there: no labelled texts");
        List<LabelledText> texts = LabelledText.in(file);
        Measured<LanguageDetector> ours = Measured.of(LanguageDetector::new);
        Measured<LangIdV3> langid = Measured.of(LangIdV3::new);
        LanguageDetector detector = ours.made();
        Table table = new Table(List.of(
                "detector (" + texts.size() + " texts)",
                "whole",
                "20 words",
                "8 words",
                "3 words",
                "CPU ms a text",
                "MB"));
        row(
                table,
                texts,
                new Contender("Postwire", text -> detector.detect(text).code(), ours.megabytes()));
        row(
                table,
                texts,
                new Contender(
                        "Postwire, likeliest even where that is a guess",
                        text -> likeliest(detector.detect(text)),
                        ours.megabytes()));
        row(table, texts, new Contender("langid-java", text -> langid(langid.made(), text), langid.megabytes()));
        report.publish(
                "language",
                table + "\n" + reliability(detector, texts),
                spec.commandLine().getOut());
        return 0;
    }

    private static String langid(LangIdV3 classifier, String text) {
        return classifier.classify(text, true).getLangCode();
    }

    private static String likeliest(Detection detection) {
        return detection.likeliest();
    }

    private void row(Table table, List<LabelledText> texts, Contender contender) {
        List<String> cells = new ArrayList<>(List.of(contender.name()));
        for (int length : LENGTHS) cells.add(String.format(Locale.ROOT, "%.4f", accuracy(texts, contender, length)));
        cells.add(String.format(Locale.ROOT, "%.3f", milliseconds(texts, contender)));
        cells.add(String.format(Locale.ROOT, "%.1f", contender.megabytes()));
        table.row(cells);
    }

    private double accuracy(List<LabelledText> texts, Contender contender, int length) {
        int right = 0;
        for (LabelledText text : texts) {
            String cut = length == WHOLE ? text.text() : text.first(length);
            String code = contender.detect().apply(cut);
            if (code.equals(text.language())) right++;
            else if (wrong)
                spec.commandLine()
                        .getErr()
                        .println(contender.name() + " " + text.language() + " " + code + " "
                                + cut.substring(0, Math.min(80, cut.length())));
        }
        return right / (double) texts.size();
    }

    private static double milliseconds(List<LabelledText> texts, Contender contender) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < WARM + ROUNDS; round++) {
            long start = CPU.getCurrentThreadCpuTime();
            for (LabelledText text : texts) contender.detect().apply(text.text());
            if (round >= WARM) best = Math.min(best, CPU.getCurrentThreadCpuTime() - start);
        }
        return best / 1e6 / texts.size();
    }

    private static String reliability(LanguageDetector detector, List<LabelledText> texts) {
        Reliability reliability = new Reliability();
        for (LabelledText text : texts) {
            for (int length : LENGTHS) {
                Detection found = detector.detect(length == WHOLE ? text.text() : text.first(length));
                if (found.confidence() > 0)
                    reliability.add(found.confidence(), found.likeliest().equals(text.language()));
            }
        }
        return reliability.markdown();
    }

    /** What was made, and by how much the heap has grown for it. */
    private record Measured<T>(T made, double megabytes) {
        static <T> Measured<T> of(Supplier<T> maker) {
            long before = used();
            T made = maker.get();
            return new Measured<>(made, Math.max(0, used() - before) / 1e6);
        }

        private static long used() {
            Runtime runtime = Runtime.getRuntime();
            for (int i = 0; i < 3; i++) runtime.gc();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}
