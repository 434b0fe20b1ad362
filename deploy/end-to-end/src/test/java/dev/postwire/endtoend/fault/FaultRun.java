package dev.postwire.endtoend.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a plan on a stand of its own; the report is printed and kept in {@code target/faults}. */
final class FaultRun {
    private final Path root;
    private final Path folder;
    private final Plan plan;

    /**
     * @param root of the source tree, where all is built
     * @param folder for the stand
     */
    FaultRun(Path root, Path folder, Plan plan) {
        this.root = root;
        this.folder = folder;
        this.plan = plan;
    }

    /** Returns what is wrong in the end, and what of the plan was not done; empty where nothing is. */
    List<String> run() throws Exception {
        System.out.println("replay with -Dpostwire.faults.seed=" + plan.seed() + "; " + plan);
        FaultReport report = new FaultReport(plan);
        List<String> wrong;
        try (FaultStand stand = new FaultStand(root, folder, plan)) {
            stand.up();
            long start = System.nanoTime();
            Publisher publisher = new Publisher(stand);
            new Probe(publisher, "start").await();
            List<History> histories = load(stand, publisher, report);
            report.count("seconds under load", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
            report.count("answers other than 202", publisher.refused());
            report.count("answers other than 202, 429 and 503", publisher.wrong());
            report.count("tries without an answer", publisher.ambiguous());
            int audit = audit(stand);
            report.count("audit's exit status", audit);
            wrong = new ArrayList<>(new Outcome(stand, histories, report).check());
            if (audit != 0) wrong.add("the audit is not clean, see above");
            if (publisher.wrong() > 0) wrong.add("answers other than 202, 429 and 503: " + publisher.wrong());
        }
        wrong.addAll(report.shortfall());
        report.count("wrong", wrong.size());
        System.out.println(report);
        report.write(root.resolve("deploy/end-to-end/target/faults/report-" + plan.seed() + ".json"));
        return wrong;
    }

    private List<History> load(FaultStand stand, Publisher publisher, FaultReport report) throws Exception {
        Load load = new Load(publisher, plan);
        Probe probe = new Probe(publisher, "fault");
        Breaker breaker = new Breaker(stand);
        List<Fault> faults = plan.faults();
        int stride = Math.max(1, plan.posts() / (faults.size() + 1));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(plan.minutes());
        load.start();
        for (int i = 0; i < faults.size() && System.nanoTime() < end; i++) {
            // While one thing is broken the posts of two strides go in, and no more: so each breaks under load.
            load.allow((i + 2) * stride);
            while (load.acknowledged() < (i + 1) * stride && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(20);
            int before = load.acknowledged();
            if (!breaker.run(faults.get(i))) {
                report.notToBeHad(faults.get(i));
                continue;
            }
            long over = System.nanoTime();
            probe.await();
            report.add(faults.get(i), before, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - over));
        }
        load.allow(plan.posts());
        while (load.acknowledged() < plan.posts() && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(20);
        load.end();
        List<History> histories = load.await();
        report.acknowledged(
                histories.stream().mapToInt(history -> history.acts().size()).sum());
        return histories;
    }

    private int audit(FaultStand stand) throws IOException, InterruptedException {
        ProcessBuilder audit = new ProcessBuilder(
                        root.resolve("deploy/local/postwire").toString(),
                        "audit",
                        "--wait",
                        "120",
                        "--kafka",
                        stand.bootstrapServers(),
                        "--database",
                        stand.postgres().jdbcUrl())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("audit.log").toFile());
        audit.environment().put("PGUSER", stand.postgres().user());
        audit.environment().put("PGPASSWORD", stand.postgres().password());
        int status = audit.start().waitFor();
        System.out.println(Files.readString(folder.resolve("audit.log")));
        return status;
    }
}
