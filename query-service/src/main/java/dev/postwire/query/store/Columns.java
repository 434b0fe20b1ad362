package dev.postwire.query.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows to be written by one statement, held as one array for each column: {@code FROM unnest(?, ?, …)}. */
final class Columns {
    private final List<String> types;
    private final List<List<Object>> values = new ArrayList<>();

    /** @param types PostgreSQL's names of the columns' types */
    Columns(String... types) {
        this.types = List.of(types);
        this.types.forEach(type -> values.add(new ArrayList<>()));
    }

    /** A null value is an SQL null. What is no number is sent as text, which PostgreSQL reads as the column's type. */
    void add(Object... row) {
        if (row.length != types.size()) throw new IllegalArgumentException("row of " + row.length + " values");
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            values.get(i).add(value == null || value instanceof Number ? value : value.toString());
        }
    }

    boolean isEmpty() {
        return values.get(0).isEmpty();
    }

    int size() {
        return values.get(0).size();
    }

    /** Sets the arrays from that parameter on. */
    void bind(PreparedStatement statement, int first) throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < types.size(); i++) {
            Array array = connection.createArrayOf(types.get(i), array(types.get(i), values.get(i)));
            statement.setArray(first + i, array);
        }
    }

    /** An array of the type itself goes to PostgreSQL as it is in memory; one of objects is written out and parsed there. */
    private static Object[] array(String type, List<Object> column) {
        return switch (type) {
            case "text" -> column.toArray(String[]::new);
            case "int4" -> column.toArray(Integer[]::new);
            case "int8" -> column.toArray(Long[]::new);
            default -> column.toArray();
        };
    }

    int execute(Connection connection, String sql) throws SQLException {
        if (isEmpty()) return 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            return statement.executeUpdate();
        }
    }
}
