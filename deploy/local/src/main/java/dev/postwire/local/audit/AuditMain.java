package dev.postwire.local.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/** The audit as a program of its own, whose memory is its own; its surroundings are {@link Surroundings}'. */
public final class AuditMain {
    private static final int WRONG = 1;
    private static final int COULD_NOT_RUN = 2;

    private AuditMain() {}

    /** Arguments: {@code text} or {@code json}, and for how many seconds what is under way is waited for. */
    public static void main(String[] arguments) {
        System.exit(run(arguments[0].equals("json"), Duration.ofSeconds(Long.parseLong(arguments[1]))));
    }

    private static int run(boolean json, Duration wait) {
        long started = System.nanoTime();
        Map<String, String> environment = System.getenv();
        try (Bus bus = new Bus(Surroundings.kafka(environment))) {
            Findings findings = new Audit(bus, () -> Surroundings.connect(environment), wait).run();
            long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
            System.out.println(json ? json(findings, millis) : text(findings, millis));
            return findings.clean() ? 0 : WRONG;
        } catch (SQLException | ExecutionException | TimeoutException | KafkaException e) {
            System.err.println("audit: could not run: " + e.getMessage());
            return COULD_NOT_RUN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.err.println("audit: interrupted");
            return COULD_NOT_RUN;
        }
    }

    private static String json(Findings findings, long millis) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("clean", findings.clean()).put("millis", millis);
        findings.checked().forEach(root.putObject("checked")::put);
        findings.underWay().forEach(root.putObject("underWay")::put);
        findings.notChecked().forEach(root.putObject("notChecked")::put);
        ObjectNode kinds = root.putObject("byKind");
        findings.byKind().forEach((kind, many) -> kinds.put(kind.label(), many));
        ArrayNode list = root.putArray("findings");
        findings.kept().forEach(finding -> list.addObject()
                .put("kind", finding.kind().label())
                .put("place", finding.place())
                .put("id", finding.id())
                .put("detail", finding.detail()));
        return root.toPrettyString();
    }

    private static String text(Findings findings, long millis) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "looked at in %.1f s: ", millis / 1000.0))
                .append(list(findings.checked()));
        if (!findings.underWay().isEmpty()) {
            text.append("\nunder way, not judged: ").append(list(findings.underWay()));
        }
        if (!findings.notChecked().isEmpty()) {
            text.append("\nbeyond checking: ").append(list(findings.notChecked()));
        }
        List<Finding> kept = findings.kept();
        kept.forEach(finding -> text.append('\n').append(finding));
        long all =
                findings.byKind().values().stream().mapToLong(Long::longValue).sum();
        if (all > kept.size()) text.append("\n… and ").append(all - kept.size()).append(" more");
        text.append(findings.clean() ? "\nclean: every receipt is accounted for" : "\nwrong: " + all);
        return text.toString();
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }
}
