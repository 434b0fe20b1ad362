package dev.postwire.query.store;

import dev.postwire.query.change.PostPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Numbers the changes of a batch, after everybody who has committed and before everybody who has not, and tells whoever waits. */
final class ChangeNumbers {
    private static final String NUMBER = """
            WITH batch AS (
                SELECT * FROM unnest(?, ?) WITH ORDINALITY AS b(post_id, erased, place)
            ), counter AS (
                UPDATE change_counter SET last_number = last_number + (SELECT count(*) FROM batch)
                RETURNING last_number - (SELECT count(*) FROM batch) AS before
            )
            INSERT INTO change (number, post_id, erased)
            SELECT counter.before + batch.place, batch.post_id, batch.erased::boolean FROM batch, counter
            ON CONFLICT (post_id) DO UPDATE SET number = excluded.number, erased = excluded.erased
            """;

    private final Connection connection;

    ChangeNumbers(Connection connection) {
        this.connection = connection;
    }

    void number(PostPlan plan) throws SQLException {
        Columns rows = new Columns("text", "text");
        plan.writes().forEach(write -> rows.add(write.publish().post().post().id(), false));
        plan.deletes().forEach(id -> rows.add(id, true));
        rows.execute(connection, NUMBER);
        try (Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY " + ChangeStore.CHANNEL);
        }
    }
}
