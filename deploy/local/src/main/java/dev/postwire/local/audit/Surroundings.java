package dev.postwire.local.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where the broker and the database are, and what opens them, from the environment: {@code KAFKA_BOOTSTRAP_SERVERS} and other
 * {@code KAFKA_} variables, {@code POSTWIRE_DATABASE_URL}, {@code PGUSER}, {@code PGPASSWORD}.
 */
public final class Surroundings {
    private static final String KAFKA = "KAFKA_";

    private Surroundings() {}

    /** {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}. */
    public static Map<String, Object> kafka(Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        environment.forEach((name, value) -> {
            if (!name.startsWith(KAFKA)) return;
            settings.put(name.substring(KAFKA.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
        });
        return settings;
    }

    public static Connection connect(Map<String, String> environment) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", environment.getOrDefault("PGUSER", "postwire"));
        properties.put("password", environment.getOrDefault("PGPASSWORD", ""));
        properties.put("connectTimeout", "10");
        return DriverManager.getConnection(environment.getOrDefault("POSTWIRE_DATABASE_URL", ""), properties);
    }
}
