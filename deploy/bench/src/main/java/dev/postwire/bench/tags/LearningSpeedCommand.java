package dev.postwire.bench.tags;

import dev.postwire.bench.Report;
import dev.postwire.bench.accuracy.Table;
import dev.postwire.enrich.learn.Example;
import dev.postwire.enrich.learn.TagModel;
import dev.postwire.enrich.learn.Trainer;
import dev.postwire.enrich.learn.UnreadableModelException;
import dev.postwire.enrich.tag.Candidate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "learning",
        description =
                "How long learning from very many posts takes, all of it and what is new, and how much its model needs.",
        mixinStandardHelpOptions = true)
public final class LearningSpeedCommand implements Callable<Integer> {
    private static final int MEASURED = 1_000;

    @Option(names = "--posts", description = "How many (default: ${DEFAULT-VALUE}).", defaultValue = "20000")
    int posts;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, UnreadableModelException {
        ManyPosts many = new ManyPosts();
        Table table = new Table(List.of("of " + posts + " posts", ""));
        Clock clock = new Clock();
        Trainer trainer = new Trainer();
        for (int i = 0; i < posts; i++) trainer.add(many.post(i));
        clock.stop(table, "gathered");
        TagModel model = trainer.train();
        trainer = new Trainer();
        clock.stop(table, "all learned");
        row(table, "tags", "%d", model.tags());
        List<byte[]> parts = model.parts();
        row(
                table,
                "model",
                "%.1f MB in %d parts",
                parts.stream().mapToInt(part -> part.length).sum() / 1e6,
                parts.size());
        clock.start();
        int fresh = posts / 100;
        Trainer onward = Trainer.from(model);
        for (int i = 0; i < fresh; i++) onward.add(many.post(posts + i));
        TagModel next = onward.train();
        onward = new Trainer();
        clock.stop(table, fresh + " new posts learned");
        near(table, model, next, many);
        next = TagModel.empty();
        model = TagModel.empty();
        long before = heap();
        clock.start();
        model = TagModel.of(parts);
        clock.stop(table, "model read");
        row(table, "model in memory", "%.0f MB", (heap() - before) / 1e6);
        speed(table, model, many);
        report.publish("learning", table.toString(), spec.commandLine().getOut());
        return 0;
    }

    private void near(Table table, TagModel one, TagModel other, ManyPosts many) {
        int same = 0;
        int all = 0;
        for (int i = 0; i < MEASURED; i++) {
            Example post = many.post(2 * posts + i);
            List<String> first = chosen(one, post);
            List<String> second = chosen(other, post);
            all += Math.max(first.size(), second.size());
            first.retainAll(second);
            same += first.size();
        }
        row(table, "tags that both models give", "%.1f %%", 100.0 * same / Math.max(1, all));
    }

    private static List<String> chosen(TagModel model, Example post) {
        List<String> chosen = new ArrayList<>();
        for (Candidate candidate : model.suggest(post.post())) if (candidate.chosen()) chosen.add(candidate.slug());
        return chosen;
    }

    private void speed(Table table, TagModel model, ManyPosts many) {
        List<Example> asked = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) asked.add(many.post(2 * posts + i));
        for (int warm = 0; warm < 2; warm++) for (Example post : asked) model.suggest(post.post());
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (Example post : asked) model.suggest(post.post());
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        row(table, "tags suggested to a post of 300 words", "%.2f ms CPU", nanos / 1e6 / MEASURED);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void row(Table table, String what, String format, Object... values) {
        table.row(List.of(what, String.format(Locale.ROOT, format, values)));
    }

    /** By the wall and by all cores, for the machine may have other work. */
    private static final class Clock {
        private long wall;
        private long cpu;

        Clock() {
            start();
        }

        private static long processCpu() {
            return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }

        void start() {
            wall = System.nanoTime();
            cpu = processCpu();
        }

        void stop(Table table, String what) {
            row(table, what, "%.1f s, %.1f s CPU", (System.nanoTime() - wall) / 1e9, (processCpu() - cpu) / 1e9);
            start();
        }
    }
}
