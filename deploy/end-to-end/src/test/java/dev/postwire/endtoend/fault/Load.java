package dev.postwire.endtoend.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishers that each own their ids and do one thing after the other: new posts, updates, the same again, deletions. They never run
 * far ahead of the faults, so that all of these happen while posts go in.
 */
final class Load {
    private static final int PUBLISHERS = 12;
    private static final int BATCHES_IN_A_HUNDRED = 5;
    private static final int EACH_AWAITED = 8;
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long SETTLED_LOOK_MILLIS = 100;
    private static final String[] WORDS = ("broker table ledger partition record offset winter harbour bridge garden"
                    + " letter journey weather kitchen mountain lantern river paper window engine signal market")
            .split(" ");

    private final Publisher publisher;
    private final Plan plan;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<History> histories = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);
    private final List<Future<List<History>>> running = new ArrayList<>();
    private final Object gate = new Object();
    private int allowed; // guarded by gate
    private int wanted; // guarded by gate

    Load(Publisher publisher, Plan plan) {
        this.publisher = publisher;
        this.plan = plan;
        this.wanted = plan.posts();
    }

    void start() {
        for (int i = 0; i < PUBLISHERS; i++) {
            int number = i;
            running.add(threads.submit(() -> publish(number)));
        }
    }

    /** Lets so many submissions be acknowledged in all. */
    void allow(int many) {
        synchronized (gate) {
            allowed = Math.max(allowed, many);
            gate.notifyAll();
        }
    }

    /** Ends it where it is. */
    void end() {
        synchronized (gate) {
            wanted = Math.min(wanted, acknowledged.get());
            gate.notifyAll();
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Waits until all is acknowledged; what each publisher did with each id. */
    List<History> await() throws InterruptedException, ExecutionException {
        for (Future<List<History>> one : running) histories.addAll(one.get());
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        return histories;
    }

    private List<History> publish(int number) throws InterruptedException {
        Random random = new Random(plan.seed() * 31 + number);
        List<History> own = new ArrayList<>();
        while (mayGoOn()) {
            if (random.nextInt(100) < BATCHES_IN_A_HUNDRED) {
                batch(own, number, random);
                continue;
            }
            History history = pick(own, number, random);
            int version = next(history, random);
            Optional<Publisher.Body> body =
                    version == History.GONE ? Optional.empty() : Optional.of(wrapped(history, version));
            Publisher.Taken taken = publisher.publish(history.id(), body, random.nextInt(2));
            history.add(version, taken);
            // Else all publishers run ahead of what is stored, and a recovery would be the time that takes to catch up.
            if (random.nextInt(EACH_AWAITED) == 0) awaitSettled(taken);
        }
        return own;
    }

    /** New posts, one submission of which has been granted. */
    private void batch(List<History> own, int number, Random random) throws InterruptedException {
        Map<String, History> posts = new HashMap<>();
        Map<String, String> bodies = new HashMap<>();
        int many = 2 + random.nextInt(10);
        do {
            History history = new History("fault-" + number + "-" + own.size(), true);
            own.add(history);
            posts.put(history.id(), history);
            bodies.put(history.id(), body(history.id(), 1));
        } while (posts.size() < many && mayGoOn());
        Map<String, Publisher.Taken> taken = publisher.publishBatch(bodies, random.nextInt(2));
        taken.forEach((id, place) -> posts.get(id).add(1, place));
        awaitSettled(taken.values().iterator().next());
    }

    private void awaitSettled(Publisher.Taken taken) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLED_NANOS;
        for (int attempt = 0; System.nanoTime() < deadline; attempt++) {
            Optional<String> state = publisher.state(taken.receipt(), 1 + attempt % 2);
            if (state.isPresent() && !state.get().equals("accepted")) return;
            TimeUnit.MILLISECONDS.sleep(SETTLED_LOOK_MILLIS);
        }
    }

    /** Takes one of the submissions that are to be made; false when there is none left. */
    private boolean mayGoOn() throws InterruptedException {
        int ticket = acknowledged.getAndIncrement();
        synchronized (gate) {
            while (ticket >= allowed && ticket < wanted) gate.wait();
            if (ticket < wanted) return true;
        }
        acknowledged.decrementAndGet();
        return false;
    }

    private static History pick(List<History> own, int number, Random random) {
        if (own.isEmpty() || random.nextInt(100) < 60) {
            own.add(new History("fault-" + number + "-" + own.size(), false));
            return own.get(own.size() - 1);
        }
        // One of the last few: then what follows meets what is still under way.
        return own.get(own.size() - 1 - random.nextInt(Math.min(own.size(), 20)));
    }

    /** The same again 10, a deletion 10, else a new version, in a hundred. */
    private static int next(History history, Random random) {
        if (history.acts().isEmpty()) return 1;
        int dice = random.nextInt(100);
        if (dice < 10) return history.last();
        if (dice < 20) return History.GONE;
        return 1 + history.acts().size();
    }

    private Publisher.Body wrapped(History history, int version) {
        String body = body(history.id(), version);
        return history.enveloped() ? Publisher.Body.envelope(history.id(), body) : Publisher.Body.markdown(body);
    }

    /** The same words for the same version, whenever it is asked for. */
    private String body(String id, int version) {
        Random random = new Random(id.hashCode() * 31L + version + plan.seed());
        StringBuilder body = new StringBuilder("# " + History.title(id, version) + "\n\n");
        int words = 20 + random.nextInt(80);
        for (int i = 0; i < words; i++)
            body.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        return body.append(".\n").toString();
    }
}
