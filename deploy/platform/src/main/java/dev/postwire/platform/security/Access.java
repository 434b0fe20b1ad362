package dev.postwire.platform.security;

import java.util.List;
import java.util.Optional;

/**
 * Which role a call needs: one table for all services, since no two have one address for different things. What has no row needs an
 * operator, so that a call somebody adds and forgets here is shut, not open.
 */
final class Access {
    private static final List<Row> TABLE = List.of(
            // No data: the state of probes, the description of the calls, the page that then asks for data.
            Row.open("/"),
            Row.open("/favicon.ico"),
            Row.open("/page/*"),
            Row.open("/post.css"),
            Row.open("/q/health/live"),
            Row.open("/q/health/ready"),
            Row.open("/q/health/started"),
            Row.open("/q/openapi"),
            Row.open("/q/swagger-ui"),
            Row.open("/q/swagger-ui/*"),
            Row.needs(Role.PUBLISHER, "POST", "/v1/posts"),
            Row.needs(Role.PUBLISHER, "POST", "/v1/posts/batch"),
            Row.needs(Role.PUBLISHER, "PUT", "/v1/posts/*"),
            Row.needs(Role.PUBLISHER, "DELETE", "/v1/posts/*"),
            Row.needs(Role.PUBLISHER, "POST", "/v1/feeds"),
            Row.needs(Role.PUBLISHER, "POST", "/v1/preview"),
            Row.read("/v1/posts"),
            Row.read("/v1/posts/*"),
            Row.read("/v1/receipts/*"),
            Row.read("/v1/tags"),
            Row.read("/v1/tags/*"),
            Row.read("/v1/timeline"),
            Row.read("/v1/changes"),
            Row.read("/v1/feed.atom"),
            Row.read("/v1/feed.json"),
            Row.read("/v1/stream"));

    private Access() {}

    /** What a call needs. */
    sealed interface Need {
        record Nothing() implements Need {}

        record Of(Role role) implements Need {}
    }

    /** @param path normalized, as calls are routed by it */
    static Need need(String method, String path) {
        return row(method, path).map(Row::need).orElse(new Need.Of(Role.OPERATOR));
    }

    /** Whether a page of another origin, where one is allowed, may make the call. */
    static boolean isReading(String method, String path) {
        return row(method, path)
                .filter(row -> row.need().equals(new Need.Of(Role.READER)))
                .isPresent();
    }

    /** Whether a page of another origin that may write, where one is named, may make the call: it posts and tries, and no more. */
    static boolean isPosting(String method, String path) {
        return method.equals("POST")
                && row(method, path)
                        .filter(row -> row.need().equals(new Need.Of(Role.PUBLISHER)))
                        .isPresent();
    }

    /** Whether the call asks how the service is, which holds no data. */
    static boolean isHealth(String method, String path) {
        return path.startsWith("/q/health/")
                && row(method, path)
                        .filter(row -> row.need() instanceof Need.Nothing)
                        .isPresent();
    }

    private static Optional<Row> row(String method, String path) {
        String asked = method.equals("HEAD") || method.equals("OPTIONS") ? "GET" : method;
        return TABLE.stream().filter(row -> row.matches(asked, path)).findFirst();
    }

    /** @param path an address, or the beginning of addresses where it ends in {@code *} */
    private record Row(String method, String path, Need need) {
        static Row open(String path) {
            return new Row("GET", path, new Need.Nothing());
        }

        static Row read(String path) {
            return needs(Role.READER, "GET", path);
        }

        static Row needs(Role role, String method, String path) {
            return new Row(method, path, new Need.Of(role));
        }

        boolean matches(String askedMethod, String askedPath) {
            if (!method.equals(askedMethod)) return false;
            if (!path.endsWith("*")) return path.equals(askedPath);
            return askedPath.startsWith(path.substring(0, path.length() - 1));
        }
    }
}
