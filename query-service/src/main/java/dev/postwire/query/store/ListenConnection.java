package dev.postwire.query.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** A connection beside the pool, for one that lives as long as the service and is at rest most of the time. */
@Singleton
class ListenConnection {
    private static final int CONNECT_SECONDS = 3;
    private static final int ANSWER_SECONDS = 30;

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    ListenConnection(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        database.setUrl(url);
        username.ifPresent(database::setUser);
        password.ifPresent(database::setPassword);
        database.setConnectTimeout(CONNECT_SECONDS);
        // Without it a database that vanished without a word would never be missed.
        database.setTcpKeepAlive(true);
        database.setSocketTimeout(ANSWER_SECONDS);
        database.setApplicationName("postwire-query-signal");
    }

    Connection open() throws SQLException {
        return database.getConnection();
    }
}
