package dev.postwire.platform.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.postwire.platform.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;

/**
 * Issues, lists and revokes keys: a program beside the services. Kafka's addresses and security come from the environment
 * ({@code KAFKA_BOOTSTRAP_SERVERS} and others), as the services' do. What it did is on standard output; a new key is shown there
 * once and stored nowhere.
 */
public final class KeyProgram {
    private static final long BUFFER_BYTES = 1024 * 1024;
    private static final int BLOCK_MILLIS = 5_000;
    private static final int DELIVERY_MILLIS = 8_000;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final KafkaClients clients;
    private final Instant now;

    public KeyProgram(KafkaClients clients, Instant now) {
        this.clients = clients;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    public static void main(String[] arguments) throws InterruptedException {
        // Before anything logs: the service's log manager is on the class path, and wants to be the first.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        KeyOrder order;
        try {
            order = KeyOrder.read(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("key: " + e.getMessage());
            System.err.println(KeyOrder.USAGE);
            return WRONG_USAGE;
        }
        try {
            System.out.print(
                    new KeyProgram(KafkaClients.ofEnvironment(System.getenv(), "key"), Instant.now()).carryOut(order));
            return 0;
        } catch (KafkaException | ExecutionException | IllegalArgumentException | JsonProcessingException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            System.err.println("key: " + cause.getMessage());
            return FAILED;
        }
    }

    /**
     * Does what the arguments ask, durably, and tells it in lines that each end.
     *
     * @throws IllegalArgumentException where it makes no sense of them
     */
    public String carryOut(List<String> arguments)
            throws ExecutionException, InterruptedException, JsonProcessingException {
        return carryOut(KeyOrder.read(arguments));
    }

    private String carryOut(KeyOrder order) throws ExecutionException, InterruptedException, JsonProcessingException {
        if (order instanceof KeyOrder.Issue issue) return issue(issue);
        if (order instanceof KeyOrder.Revoke revoke) return revoke(revoke.id());
        return list();
    }

    private String issue(KeyOrder.Issue order) throws ExecutionException, InterruptedException {
        Token token = Token.random();
        AccessKey key = new AccessKey(
                token.id(),
                order.name().isEmpty() ? token.id() : order.name(),
                order.roles(),
                order.namespace(),
                token.hash(),
                now,
                order.lasts().equals(Duration.ZERO) ? null : now.plus(order.lasts()),
                null);
        write(key);
        return "key " + key.id() + " of " + key.name() + ": keep it now, it is not shown again\n" + token.text() + "\n";
    }

    private String revoke(String id) throws ExecutionException, InterruptedException {
        AccessKey key = read().get(id);
        if (key == null) throw new IllegalArgumentException("there is no key " + id);
        if (key.revokedAt() != null) return "key " + id + " was revoked at " + key.revokedAt() + "\n";
        write(key.revoked(now));
        return "key " + id + " of " + key.name() + " is revoked\n";
    }

    private String list() throws JsonProcessingException {
        StringBuilder lines = new StringBuilder();
        read().values().stream()
                .sorted(Comparator.comparing(AccessKey::issuedAt).thenComparing(AccessKey::id))
                .forEach(key -> lines.append(line(key)));
        return lines.isEmpty() ? "no keys\n" : lines.toString();
    }

    private String line(AccessKey key) {
        String roles =
                String.join(",", key.roles().stream().map(Role::code).sorted().toList());
        String ids = key.roles().contains(Role.PUBLISHER)
                ? " namespace=" + (key.namespace().isEmpty() ? "*" : key.namespace())
                : "";
        String state = key.revokedAt() != null
                ? "revoked " + key.revokedAt()
                : key.expiresAt() == null
                        ? "in force"
                        : (key.holdsAt(now) ? "in force until " : "expired ") + key.expiresAt();
        return key.id() + " " + key.name() + " " + roles + ids + " issued " + key.issuedAt() + ", " + state + "\n";
    }

    private Map<String, AccessKey> read() {
        Map<String, AccessKey> keys = new HashMap<>();
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            KeyTopic.readAll(reader, keys);
        }
        return keys;
    }

    private void write(AccessKey key) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = clients.producer(BUFFER_BYTES, BLOCK_MILLIS, DELIVERY_MILLIS)) {
            producer.send(KeyTopic.record(key, now)).get();
        }
    }
}
