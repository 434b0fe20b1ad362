package dev.postwire.bench.intake;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.Report;
import dev.postwire.local.kafka.KafkaPart;
import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.PartProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "intake",
        description = "What the intake takes, beside Kafka's own producer and an endpoint that drops what it reads.",
        mixinStandardHelpOptions = true)
public final class IntakeCommand implements Callable<Integer> {
    private static final int POST_BYTES = 6_000;
    private static final int CONNECTIONS = 64;
    private static final double SPACE_BESIDE_GB = 5;
    private static final String PEER_TOPIC = "bench.peer";
    private static final int PARTITIONS = 6;
    private static final Pattern RATE = Pattern.compile("(\\d+) records sent, ([\\d.]+) records/sec");

    @Option(
            names = "--lines",
            description = "Posts in the measured batch, and records of the peer.",
            defaultValue = "60000")
    long lines;

    @Option(names = "--seconds", description = "How long each load of single posts lasts.", defaultValue = "10")
    double seconds;

    @Option(
            names = "--warm",
            description = "Seconds of single posts before they are measured: until then the compiler has much to do.",
            defaultValue = "30")
    double warm;

    @Option(
            names = "--batch-gigabytes",
            description = "GB of one batch whose memory is watched, and disk that it takes meanwhile; 0: none.",
            defaultValue = "1")
    double flat;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    private final StringBuilder table = new StringBuilder();
    private Path folder;
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path service = Checkout.root().resolve("ingest-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(service)) throw new NoSuchFileException(service + " is missing: run mvn -Dquick package");
        folder = Files.createTempDirectory("postwire-bench-intake");
        if (Files.getFileStore(folder).getUsableSpace() < (flat + SPACE_BESIDE_GB) * 1e9) {
            delete(folder);
            throw new IOException("a batch of " + flat + " GB does not fit beside " + folder);
        }
        PartProcess broker = PartProcess.start(new KafkaPart(
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                FreePorts.free("kafka"),
                FreePorts.free("kafka-controller")));
        try {
            broker.awaitReady(Duration.ofSeconds(90));
            String address = "127.0.0.1:" + broker.part().port();
            port = FreePorts.free("ingest").number();
            String url = "http://127.0.0.1:" + port + "/q/health/ready";
            List<String> start = List.of(
                    "-Dquarkus.http.port=" + port, "-Dkafka.bootstrap.servers=" + address, "-jar", service.toString());
            try (Child ingest = Child.start(folder, "ingest", start).ready(url)) {
                table.append("|   | Postwire | beside it | ratio |\n| --- | --- | --- | --- |\n");
                batches(address);
                singles(address, ingest, broker.id().pid());
                if (flat > 0) memory(ingest);
            }
        } finally {
            broker.stop();
            delete(folder);
        }
        report.publish("intake", table.toString(), spec.commandLine().getOut());
        return 0;
    }

    private void batches(String address) throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(PEER_TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        BatchCaller caller = new BatchCaller(port, text(POST_BYTES));
        caller.send(lines / 4, taken -> {}); // compiled now
        producer(address, lines / 4);
        double peer = producer(address, lines);
        double ours = caller.send(lines, taken -> {});
        row("posts of 6 kB a second, one batch; beside it `ProducerPerformance`, acks=all", ours, peer);
    }

    private void singles(String address, Child ingest, long broker)
            throws IOException, InterruptedException, ExecutionException {
        int dropPort = FreePorts.free("drop").number();
        List<String> start = List.of(
                "-cp", System.getProperty("java.class.path"), DropServer.class.getName(), String.valueOf(dropPort));
        double ours;
        try (Child drop = Child.start(folder, "drop", start)) {
            drop.ready("http://127.0.0.1:" + dropPort);
            ours = new SinglePosts(
                            new SinglePosts.Endpoint(port, ingest.pid()),
                            new SinglePosts.Endpoint(dropPort, drop.pid()),
                            broker,
                            new SinglePosts.Times(warm, seconds))
                    .measure(CONNECTIONS, text(POST_BYTES), this::row);
        }
        row(
                "these posts a second again; beside it a bare producer with 64 records under way",
                ours,
                closedProducer(address));
    }

    private double closedProducer(String address) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ClosedProducer.class.getName(),
                address,
                PEER_TOPIC,
                String.valueOf(CONNECTIONS),
                String.valueOf(POST_BYTES),
                String.valueOf(warm / 2),
                String.valueOf(seconds));
        String said = run("closed-producer", arguments);
        return Double.parseDouble(said.substring(said.stripTrailing().lastIndexOf('\n') + 1));
    }

    private void memory(Child ingest) throws IOException {
        long count = (long) (flat * 1e9 / POST_BYTES);
        long[] most = {0, 0};
        new BatchCaller(port, text(POST_BYTES)).send(count, taken -> {
            int half = taken < count / 2 ? 0 : 1;
            try {
                most[half] = Math.max(most[half], ingest.residentMib());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        row(
                "MiB resident at most, second half of a batch of " + flat + " GB; beside it the first half",
                most[1],
                most[0]);
    }

    /** Kafka's own measure, in a JVM of its own. */
    private double producer(String address, long records) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                PEER_TOPIC,
                "--num-records",
                String.valueOf(records),
                "--record-size",
                String.valueOf(POST_BYTES),
                "--throughput",
                "-1",
                "--producer-props",
                "bootstrap.servers=" + address,
                "acks=all");
        String said = run("producer", arguments);
        Matcher rate = RATE.matcher(said);
        double last = 0;
        while (rate.find()) last = Double.parseDouble(rate.group(2));
        if (last == 0) throw new IllegalStateException("no measure in: " + said);
        return last;
    }

    /** What a program of Java says until it ends. */
    private String run(String name, List<String> arguments) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(arguments);
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return Files.readString(log);
    }

    private void row(String what, double ours, double peer) {
        table.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", what, ours, peer, ours / peer));
        spec.commandLine().getErr().printf(Locale.ROOT, "bench: %s: %.1f, %.1f%n", what, ours, peer);
    }

    private static String text(int length) {
        Random random = new Random(6);
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length)
            text.append((char) ('a' + random.nextInt(26))).append(random.nextInt(6) == 0 ? " " : "");
        return text.substring(0, length);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
