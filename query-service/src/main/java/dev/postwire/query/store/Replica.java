package dev.postwire.query.store;

import dev.postwire.query.index.Moment;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The read replica, where one is named: a standby that replays the primary's log and is behind by what it has not replayed yet. It
 * answers only what it is sure to know; all else, and whatever fails there, is left to the primary. Safe for any number of threads.
 */
@Singleton
class Replica {
    private static final Logger LOGGER = Logger.getLogger(Replica.class);

    /** How long one that is away is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Where it is. A server that is in no recovery replays nobody's log: it is the primary, or was one, and may have written since. */
    private static final String MOMENT = "SELECT pg_is_in_recovery(), h.name, h.last,"
            + " (SELECT last_number FROM story_progress) FROM (" + IndexFeed.HISTORY + ") h";

    /** Taken back by an operator, or for the sake of what is replayed (40001 at other times): it is there all the same. */
    private static final String QUERY_CANCELED = "57014";

    private final Optional<? extends javax.sql.DataSource> pool;
    private final Pause pause;
    private final Map<Outcome, Counter> reads = new EnumMap<>(Outcome.class);

    /** What was told last, for the log is not to say it once a call. */
    private final AtomicReference<Standing> strangest = new AtomicReference<>();

    private final AtomicReference<String> refusal = new AtomicReference<>();

    /** What became of a read that the replica might have answered: all but the first went to the primary. */
    private enum Outcome {
        ANSWERED,
        /** It has not replayed enough. */
        BEHIND,
        /** It is none of our primary's, or not any more, or not yet since another one was promoted. */
        STRANGER,
        /** It is there and did not do it, as where what it replays stands against the statement. */
        REFUSED,
        AWAY
    }

    private record Standing(boolean replays, String history) {}

    private record Answer<T>(Outcome outcome, Optional<T> value) {}

    @Inject
    Replica(@DataSource("replica") InjectableInstance<AgroalDataSource> pools, MeterRegistry registry) {
        this(pools.listActive().stream().findFirst(), registry, new Pause(PAUSE, System::nanoTime));
    }

    Replica(Optional<? extends javax.sql.DataSource> pool, MeterRegistry registry, Pause pause) {
        this.pool = pool;
        this.pause = pause;
        if (pool.isEmpty()) return;
        // All made beforehand, so that a rate over the first of a kind is not missing.
        for (Outcome outcome : Outcome.values()) {
            reads.put(
                    outcome,
                    registry.counter(
                            "postwire.replica.reads", "outcome", outcome.name().toLowerCase(Locale.ROOT)));
        }
    }

    static Replica none() {
        return new Replica(Optional.empty(), Metrics.globalRegistry, new Pause(PAUSE, System::nanoTime));
    }

    /**
     * What is read as of that moment or a later one; nothing where the primary has to be asked.
     *
     * @param reading is done anew by the primary where this gives nothing
     */
    <T> Optional<T> read(Moment atLeast, Database.Reading<T> reading) {
        if (pool.isEmpty() || atLeast.equals(Moment.NOW)) return Optional.empty();
        Answer<T> answer = pause.mayAsk() ? ask(atLeast, reading) : new Answer<>(Outcome.AWAY, Optional.empty());
        reads.get(answer.outcome()).increment();
        return answer.value();
    }

    private <T> Answer<T> ask(Moment atLeast, Database.Reading<T> reading) {
        try (Connection connection = pool.orElseThrow().getConnection()) {
            // One transaction stays on one server, whatever is between. Its second statement sees what the first saw,
            // or later.
            connection.setAutoCommit(false);
            Answer<T> answer;
            try {
                Outcome outcome = outcome(connection, atLeast);
                Optional<T> value =
                        outcome == Outcome.ANSWERED ? Optional.of(reading.read(connection)) : Optional.empty();
                answer = new Answer<>(outcome, value);
            } finally {
                connection.rollback();
            }
            wellAgain();
            return answer;
        } catch (SQLException e) {
            return new Answer<>(failed(e), Optional.empty());
        }
    }

    private Outcome failed(SQLException e) {
        if (Database.away(e) && !QUERY_CANCELED.equals(e.getSQLState())) {
            if (pause.failed()) LOGGER.warnf("the read replica is away, the primary is read cause=%s", e.toString());
            return Outcome.AWAY;
        }
        wellAgain();
        if (!e.getSQLState().equals(refusal.getAndSet(e.getSQLState()))) {
            LOGGER.warnf("the read replica refused a read, which the primary does cause=%s", e.toString());
        }
        return Outcome.REFUSED;
    }

    private void wellAgain() {
        if (pause.answered()) LOGGER.infof("the read replica is asked again");
    }

    private Outcome outcome(Connection connection, Moment atLeast) throws SQLException {
        return new Sql()
                .add(MOMENT)
                .list(connection, row -> {
                    Moment there = new Moment(row.getString(2), row.getLong(3), row.getLong(4));
                    if (!row.getBoolean(1) || !there.sameHistory(atLeast)) {
                        return stranger(new Standing(row.getBoolean(1), there.history()), atLeast);
                    }
                    return there.hasAllOf(atLeast) ? Outcome.ANSWERED : Outcome.BEHIND;
                })
                .get(0);
    }

    /** Somebody must act who has named the wrong server. */
    private Outcome stranger(Standing there, Moment atLeast) {
        if (!there.equals(strangest.getAndSet(there))) {
            LOGGER.warnf(
                    "the read replica is none of this primary, which is read instead replays=%s history=%s wanted=%s",
                    there.replays(), there.history(), atLeast.history());
        }
        return Outcome.STRANGER;
    }
}
