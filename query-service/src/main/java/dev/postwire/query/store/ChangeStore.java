package dev.postwire.query.store;

import dev.postwire.query.QueryConfig;
import dev.postwire.query.change.Change;
import dev.postwire.query.change.Change.Account;
import dev.postwire.query.change.Change.Bury;
import dev.postwire.query.change.Change.Erase;
import dev.postwire.query.change.Change.Publish;
import dev.postwire.query.change.Discard;
import dev.postwire.query.change.PostPlan;
import dev.postwire.query.change.Source;
import dev.postwire.query.post.LedgerEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Stores a batch of changes and how far it takes the reader, in one transaction: all of it or nothing, and each record once however
 * often it is delivered. Safe for any number of threads and instances; of two that read the same partition one is {@link Fenced}.
 */
@Singleton
public class ChangeStore {
    /** The channel on which every commit is told. */
    static final String CHANNEL = "postwire_stored";

    private final DataSource database;
    private final Clock clock;
    private final int revisionsKept;

    @Inject
    ChangeStore(DataSource database, QueryConfig config) {
        this(database, Clock.systemUTC(), config.revisions().kept());
    }

    public ChangeStore(DataSource database, Clock clock, int revisionsKept) {
        this.database = database;
        this.clock = clock;
        this.revisionsKept = revisionsKept;
    }

    /**
     * What became of each record of a batch, in its order; no discard means applied.
     *
     * @param storedAt the time that stands in the rows
     */
    public record Stored(Map<Change, Optional<Discard>> outcomes, Instant storedAt) {}

    public Stored store(List<Change> changes, List<Progress> progress) throws SQLException, Fenced {
        // As exact as the database keeps it, so that what is answered later is what was said now.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // First, and so the lock under which everything else is decided.
                new ConsumedOffsets(connection).advance(progress, now);
                Map<Change, Optional<Discard>> outcomes = write(connection, changes, now);
                connection.commit();
                return new Stored(outcomes, now);
            } catch (SQLException | Fenced | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    /** Where to read on in those partitions; one that was never read begins at 0. */
    public Map<Partition, Long> positions(Set<Partition> partitions) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new ConsumedOffsets(connection).positions(partitions);
        }
    }

    private Map<Change, Optional<Discard>> write(Connection connection, List<Change> changes, Instant now)
            throws SQLException {
        PostWrites posts = new PostWrites(connection, now, revisionsKept);
        PostPlan plan = new PostPlan(posts.standings(ids(changes)));
        // By identity: two deliveries of one record are two.
        Map<Change, Optional<Discard>> outcomes = new IdentityHashMap<>();
        for (Change change : changes) {
            if (change instanceof Publish publish) outcomes.put(change, plan.publish(publish));
            if (change instanceof Erase erase) outcomes.put(change, plan.erase(erase.id(), erase.origin()));
            // The ledger says it as surely as the tombstone does, and may be read first: then the receipt is true at
            // once.
            if (change instanceof Account account && account.entry().outcome() == LedgerEntry.Outcome.erased) {
                plan.erase(account.id(), account.entry().origin());
            }
        }
        posts.carryOut(plan);
        writeLetters(connection, changes, plan, outcomes);
        // Last: from here to the commit the counter is held, and nobody else can number a change.
        new ChangeNumbers(connection).number(plan);
        return outcomes;
    }

    private static void writeLetters(
            Connection connection, List<Change> changes, PostPlan plan, Map<Change, Optional<Discard>> outcomes)
            throws SQLException {
        LetterWrites letters = new LetterWrites(connection);
        List<Account> accounts = new ArrayList<>();
        List<Bury> buried = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Account account) accounts.add(account);
            if (change instanceof Bury bury) {
                if (erased(plan, bury)) outcomes.put(bury, Optional.of(Discard.ERASED));
                else buried.add(bury);
            }
        }
        Set<Source> applied = new HashSet<>(letters.account(accounts));
        applied.addAll(letters.bury(buried));
        accounts.forEach(account -> outcomes.put(account, discard(applied, account)));
        buried.forEach(bury -> outcomes.put(bury, discard(applied, bury)));
        letters.forget(plan.erasures());
    }

    private static boolean erased(PostPlan plan, Bury bury) {
        return bury.id().isPresent()
                && LetterWrites.origin(bury)
                        .filter(origin -> plan.erased(bury.id().get(), origin))
                        .isPresent();
    }

    private static Optional<Discard> discard(Set<Source> applied, Change change) {
        return applied.contains(change.source()) ? Optional.empty() : Optional.of(Discard.SAME);
    }

    private static Set<String> ids(List<Change> changes) {
        Set<String> ids = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Publish publish) ids.add(publish.post().post().id());
            if (change instanceof Erase erase) ids.add(erase.id());
            if (change instanceof Account account && account.entry().outcome() == LedgerEntry.Outcome.erased) {
                ids.add(account.id());
            }
            if (change instanceof Bury bury) bury.id().ifPresent(ids::add);
        }
        return ids;
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
