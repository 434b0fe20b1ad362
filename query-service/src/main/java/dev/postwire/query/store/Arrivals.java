package dev.postwire.query.store;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.index.IndexAtStart;
import dev.postwire.query.index.PostIndex;
import dev.postwire.query.receipt.ReceiptState;
import dev.postwire.query.receipt.Waiters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets calls wait until something is stored, by this instance or another. Three threads in all, whatever the number of calls: one
 * asks about all receipts waited for, one about all posts, one for the last change.
 */
@Singleton
public class Arrivals {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Waiters<Receipt, ReceiptState> receipts = new Waiters<>();
    private final Waiters<String, Boolean> posts = new Waiters<>();
    private final Waiters<Long, Long> changes = new Waiters<>();
    private final Receipts states;
    private final Posts stored;
    private final Changes feed;
    private final PostIndex index;
    private final int most;

    Arrivals(Receipts states, Posts stored, Changes feed, PostIndex index, QueryConfig config) {
        this.index = index;
        this.feed = feed;
        this.states = states;
        this.stored = stored;
        this.most = config.waiting().calls();
    }

    void start(@Observes StartupEvent event, Loops loops, Commits commits, IndexAtStart index) {
        commits.listen(receipts::signal);
        commits.listen(posts::signal);
        commits.listen(changes::signal);
        commits.listen(index::signal);
        loops.start("waiting-receipts", new Answering<>(receipts, this::settled));
        loops.start("waiting-posts", new Answering<>(posts, this::present));
        loops.start("waiting-changes", new Answering<>(changes, this::passed));
    }

    void stop(@Observes ShutdownEvent event) {
        receipts.release();
        posts.release();
        changes.release();
    }

    /** Completes as soon as the submission is settled, with nothing when the time is over. */
    public CompletionStage<Optional<ReceiptState>> settled(Receipt receipt, Duration longest) {
        refuseTooMany();
        return receipts.await(receipt, longest);
    }

    /** Completes as soon as there is a post under that id, or when the time is over. */
    public CompletionStage<Optional<Boolean>> stored(String id, Duration longest) {
        refuseTooMany();
        return posts.await(id, longest);
    }

    /** Completes as soon as there is a change beyond that number, or when the time is over. */
    public CompletionStage<Optional<Long>> changed(long number, Duration longest) {
        refuseTooMany();
        return changes.await(number, longest);
    }

    /** Completes with true as soon as searches see that change, with false when the time is over. */
    public CompletionStage<Boolean> seen(long number, Duration longest) {
        refuseTooMany();
        return index.seen(number, longest);
    }

    private void refuseTooMany() {
        if (receipts.count() + posts.count() + changes.count() + index.waiting() < most) return;
        throw Problem.retryable(ProblemCode.OVERLOADED, "Too many calls wait. Ask without wait.", COME_BACK)
                .exception();
    }

    private Map<Receipt, ReceiptState> settled(Set<Receipt> asked) {
        Map<Receipt, ReceiptState> known = new HashMap<>(states.states(asked));
        known.values().removeIf(ReceiptState::pending);
        return known;
    }

    private Map<Long, Long> passed(Set<Long> asked) {
        long last = feed.now().number();
        return asked.stream().filter(number -> number < last).collect(Collectors.toMap(Function.identity(), n -> last));
    }

    private Map<String, Boolean> present(Set<String> asked) {
        Function<String, Boolean> there = id -> true;
        return stored.present(asked).stream().collect(Collectors.toMap(Function.identity(), there));
    }
}
