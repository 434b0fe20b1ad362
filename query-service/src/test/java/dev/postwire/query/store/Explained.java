package dev.postwire.query.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A database that is asked of every prepared statement, before it does it, how it would: with the same parameters, on the same
 * connection. So the plans are those of the statements that the service sends, whatever they come to be.
 */
final class Explained {
    private final Map<String, String> plans = new LinkedHashMap<>();

    /** Each statement with its last plan, in the order of their first use. */
    Map<String, String> plans() {
        return plans;
    }

    DataSource over(DataSource database) {
        return proxy(
                DataSource.class,
                database,
                (name, made) -> made instanceof Connection connection ? connection(connection) : made);
    }

    private Connection connection(Connection connection) {
        InvocationHandler handler = (self, method, arguments) -> {
            Object made = call(connection, method, arguments);
            if (!method.getName().equals("prepareStatement") || arguments.length != 1) return made;
            String sql = (String) arguments[0];
            return statement(sql, (PreparedStatement) made, connection.prepareStatement("EXPLAIN " + sql));
        };
        return Connection.class.cast(
                Proxy.newProxyInstance(Explained.class.getClassLoader(), new Class<?>[] {Connection.class}, handler));
    }

    private PreparedStatement statement(String sql, PreparedStatement real, PreparedStatement asked) {
        InvocationHandler handler = (self, method, arguments) -> {
            String name = method.getName();
            boolean parameter = name.startsWith("set") && arguments != null && arguments.length > 1;
            if (parameter) call(asked, method, arguments);
            if (name.startsWith("execute")) plans.put(sql, plan(asked));
            if (name.equals("close")) asked.close();
            return call(real, method, arguments);
        };
        return PreparedStatement.class.cast(Proxy.newProxyInstance(
                Explained.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, handler));
    }

    private static String plan(PreparedStatement asked) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = asked.executeQuery()) {
            while (rows.next()) plan.append(rows.getString(1)).append('\n');
        }
        return plan.toString();
    }

    @FunctionalInterface
    private interface Change {
        Object of(String method, Object made);
    }

    private static <T> T proxy(Class<T> type, T real, Change change) {
        InvocationHandler handler =
                (self, method, arguments) -> change.of(method.getName(), call(real, method, arguments));
        return type.cast(Proxy.newProxyInstance(Explained.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
