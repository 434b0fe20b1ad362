package dev.postwire.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.local.call.Refusal;
import dev.postwire.local.call.Services;
import dev.postwire.local.part.PartFailure;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits for what becomes of each post, a bounded number of calls at a time. Whoever sends is made to wait while too many are under way,
 * so an import runs no further ahead than the stand can follow. Thread-safe.
 */
final class Receipts {
    private static final int MOST_UNDER_WAY = 2_000;
    private static final int MOST_CALLS = 48;
    private static final String WAIT = "20s";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** Without a single post coming through. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client;
    private final Services services;
    private final Trouble trouble;
    private final Settled settled;
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private final Deque<Awaited> waiting = new ArrayDeque<>();
    private int calls;
    private volatile long progressed = System.nanoTime();

    /** Is told what became of each post. */
    interface Settled {
        void settled(Awaited post, JsonNode receipt);
    }

    /** @param place of the post, which may be one of several in its parcel */
    record Awaited(Parcel parcel, String place, String receipt) {}

    Receipts(HttpClient client, Services services, Trouble trouble, Settled settled) {
        this.client = client;
        this.services = services;
        this.trouble = trouble;
        this.settled = settled;
    }

    /** Blocks while too many are under way. */
    void await(Awaited post) throws InterruptedException {
        if (room.availablePermits() == MOST_UNDER_WAY) progressed = System.nanoTime();
        while (!room.tryAcquire(1, TimeUnit.SECONDS)) trouble.check();
        synchronized (this) {
            waiting.addLast(post);
        }
        pump();
    }

    /** Blocks until each is settled. */
    void awaitAll() throws InterruptedException {
        while (!room.tryAcquire(MOST_UNDER_WAY, 1, TimeUnit.SECONDS)) trouble.check();
        room.release(MOST_UNDER_WAY);
    }

    private void pump() {
        List<Awaited> next = new ArrayList<>();
        synchronized (this) {
            while (calls < MOST_CALLS && !waiting.isEmpty() && !trouble.any()) {
                calls++;
                next.add(waiting.removeFirst());
            }
        }
        next.forEach(this::ask);
    }

    private void ask(Awaited post) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Services.at(services.query(), "/v1/receipts/" + post.receipt() + "?wait=" + WAIT))
                .timeout(TIMEOUT)
                .header("Accept", "application/json");
        services.authorization().ifPresent(value -> request.header("Authorization", value));
        client.sendAsync(request.build(), BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
            try {
                if (failure == null) answered(post, answer);
                else later(post, "the query service does not answer: " + failure.getMessage());
            } catch (PartFailure e) {
                trouble.is(e);
            } catch (RuntimeException e) {
                trouble.is(new PartFailure("a receipt cannot be followed: " + e, e));
            } finally {
                synchronized (this) {
                    calls--;
                }
                pump();
            }
        });
    }

    private void answered(Awaited post, HttpResponse<byte[]> answer) {
        JsonNode receipt = Refusal.problem(answer.body());
        int status = answer.statusCode();
        if (status == 403) {
            throw new PartFailure("the key may not read receipts: issue one with --role publisher --role reader");
        }
        if (status == 401) throw Refusal.of(status, answer.body());
        if (status != 200) {
            later(post, "the query service answers " + status + ": " + Refusal.sentence(receipt));
        } else if (receipt.path("state").asText().equals("accepted")) {
            again(post, "posts are accepted, and none has been stored");
        } else {
            progressed = System.nanoTime();
            settled.settled(post, receipt);
            room.release();
        }
    }

    /** It has waited as long as it may already. */
    private void again(Awaited post, String why) {
        if (System.nanoTime() - progressed > PATIENCE.toNanos()) {
            throw new PartFailure(
                    why + " for " + PATIENCE.toMinutes() + " minutes; import again when the stand is well");
        }
        synchronized (this) {
            waiting.addFirst(post);
        }
    }

    private void later(Awaited post, String why) {
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> {
            try {
                again(post, why);
                pump();
            } catch (PartFailure e) {
                trouble.is(e);
            }
        });
    }
}
