package dev.postwire.query.store;

import dev.postwire.platform.kafka.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears the signal of each commit, whichever instance made it. What was missed while the connection was lost counts as a signal. */
final class StoredSignal implements Work {
    private static final Logger LOGGER = Logger.getLogger(StoredSignal.class);
    private static final int LISTEN_MILLIS = 500;

    /** Every so many rests without a signal the connection is asked for a sign of life. */
    private static final int RESTS = 20;

    private final Connecting connecting;
    private final Runnable signal;
    private Connection connection;
    private int rests;

    /** Opens a connection of this work's own. */
    @FunctionalInterface
    interface Connecting {
        Connection open() throws SQLException;
    }

    StoredSignal(Connecting connecting, Runnable signal) {
        this.connecting = connecting;
        this.signal = signal;
    }

    @Override
    public void open() throws SQLException {
        connection = connecting.open();
        ask("LISTEN " + ChangeStore.CHANNEL);
        signal.run();
    }

    @Override
    public boolean step() throws SQLException {
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
        if (heard != null && heard.length > 0) {
            rests = 0;
            signal.run();
        } else if (++rests >= RESTS) {
            rests = 0;
            ask("SELECT 1");
        }
        return true;
    }

    private void ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void wakeup() {}

    @Override
    public void close() {
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            LOGGER.debugf("listening connection did not close in order cause=%s", e.toString());
        }
        connection = null;
    }
}
