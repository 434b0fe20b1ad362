package dev.postwire.local.imports;

import dev.postwire.local.call.Refusal;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends what was found, on a thread of its own, one call after the other: posts of one id keep their order. While one batch is under way
 * the next is filled. What is refused for now is sent again, with all that came after it in its batch; that makes no second post.
 */
final class Sending {
    private static final int BATCH_BYTES = 512 * 1024;
    private static final int BATCH_LINES = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 500;

    private final Intake intake;
    private final URI address;
    private final Receipts receipts;
    private final Trouble trouble;
    private final Refused refused;
    private final BlockingQueue<List<Parcel>> ready = new ArrayBlockingQueue<>(1);
    private final Thread sender = new Thread(this::run, "sender");
    private List<Parcel> filling = new ArrayList<>();
    private int filled;

    /** Is told of each post that the intake does not take, and of each parcel whose sending is over. */
    interface Refused {
        void refused(Parcel parcel, String place, String reason);

        void sent(Parcel parcel);
    }

    Sending(Intake intake, URI address, Receipts receipts, Trouble trouble, Refused refused) {
        this.intake = intake;
        this.address = address;
        this.receipts = receipts;
        this.trouble = trouble;
        this.refused = refused;
    }

    void start() {
        sender.setDaemon(true);
        sender.start();
    }

    /** Blocks while the one before is under way and there is no room for more. */
    void add(Parcel parcel) throws InterruptedException {
        boolean line = parcel.item().body() instanceof Item.Body.Line;
        int bytes = parcel.item().body().bytes().length;
        boolean full = filling.size() == BATCH_LINES || filled + bytes > BATCH_BYTES;
        if (!line || full) handOn();
        filling.add(parcel);
        filled += bytes;
        if (!line) handOn();
    }

    /** Blocks until all is sent. */
    void finish() throws InterruptedException {
        handOn();
        offer(List.of());
        sender.join();
        trouble.check();
    }

    private void handOn() throws InterruptedException {
        if (filling.isEmpty()) return;
        offer(filling);
        filling = new ArrayList<>();
        filled = 0;
    }

    private void offer(List<Parcel> batch) throws InterruptedException {
        while (!ready.offer(batch, 1, TimeUnit.SECONDS)) trouble.check();
    }

    private void run() {
        try {
            for (List<Parcel> batch = ready.take(); !batch.isEmpty(); batch = ready.take()) send(batch);
        } catch (PartFailure e) {
            trouble.is(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble.is(new PartFailure("interrupted", e));
        } catch (RuntimeException e) {
            trouble.is(new PartFailure("what was found cannot be sent: " + e, e));
        }
    }

    private void send(List<Parcel> batch) throws InterruptedException {
        List<Parcel> left = batch;
        long progressed = System.nanoTime();
        while (!left.isEmpty()) {
            PartFailure why = new PartFailure("the intake breaks its answers off");
            int done = 0;
            try {
                done = attempt(left);
            } catch (IOException e) {
                why = Refusal.silent(address, e);
            }
            left = left.subList(done, left.size());
            if (done > 0) progressed = System.nanoTime();
            if (left.isEmpty()) return;
            if (System.nanoTime() - progressed > PATIENCE.toNanos()) throw why;
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** How many of them, from the first on, are decided now. */
    private int attempt(List<Parcel> parcels) throws IOException, InterruptedException {
        Parcel first = parcels.get(0);
        if (first.item().body() instanceof Item.Body.Whole post) return take(parcels, List.of(intake.one(post)));
        if (first.item().body() instanceof Item.Body.Feed feed) return feed(first, intake.feed(feed));
        return take(parcels, intake.batch(parcels.stream().map(Parcel::item).toList()));
    }

    private int take(List<Parcel> parcels, List<Intake.Verdict> verdicts) throws InterruptedException {
        int done = 0;
        for (Intake.Verdict verdict : verdicts) {
            if (verdict.retryable()) return done;
            if (verdict.number() == 0) return all(parcels, verdict);
            Parcel parcel = parcels.get((int) verdict.number() - 1);
            decide(parcel, parcel.item().place(), verdict);
            refused.sent(parcel);
            done++;
        }
        return done;
    }

    private int all(List<Parcel> parcels, Intake.Verdict verdict) {
        for (Parcel parcel : parcels) {
            refused.refused(parcel, parcel.item().place(), verdict.reason());
            refused.sent(parcel);
        }
        return parcels.size();
    }

    /** A feed is sent again as a whole, which makes no second post of those that were taken. */
    private int feed(Parcel parcel, List<Intake.Verdict> verdicts) throws InterruptedException {
        if (verdicts.stream().anyMatch(Intake.Verdict::retryable)) return 0;
        for (Intake.Verdict verdict : verdicts) {
            String place = parcel.item().place() + (verdict.number() == 0 ? "" : ", entry " + verdict.number());
            decide(parcel, place, verdict);
        }
        refused.sent(parcel);
        return 1;
    }

    private void decide(Parcel parcel, String place, Intake.Verdict verdict) throws InterruptedException {
        if (!verdict.taken()) {
            refused.refused(parcel, place, verdict.reason());
            return;
        }
        parcel.expect();
        receipts.await(new Receipts.Awaited(parcel, place, verdict.receipt()));
    }
}
