package dev.postwire.query.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The address of a call and of its neighbours, everything that is not changed letter for letter as it was asked. */
final class Address {
    /** What the web page reads of its own address. */
    private static final Set<String> PAGE = Set.of("q", "tag", "language", "site", "author", "from", "to", "fold");

    private Address() {}

    static String root(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }

    static String self(HttpServerRequest request) {
        String query = request.query() == null ? "" : "?" + safe(request.query());
        return root(request) + request.path() + query;
    }

    /** Of the same list, at another place; empty for the beginning. */
    static String at(HttpServerRequest request, Optional<String> cursor) {
        return at(request, "cursor", cursor);
    }

    /** @param name of the parameter that says where */
    static String at(HttpServerRequest request, String name, Optional<String> place) {
        String query = request.query() == null ? "" : request.query();
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(name + "="))
                .collect(Collectors.joining("&"));
        String whole = place.map(next -> (kept.isEmpty() ? "" : kept + "&") + name + "=" + next)
                .orElse(kept);
        return root(request) + request.path() + (whole.isEmpty() ? "" : "?" + safe(whole));
    }

    /** Of the web page that shows the same posts. */
    static String page(HttpServerRequest request) {
        String query = request.query() == null ? "" : request.query();
        String shown = Arrays.stream(query.split("&"))
                .filter(part -> PAGE.contains(part.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return root(request) + "/" + (shown.isEmpty() ? "" : "?" + safe(shown));
    }

    /** What no client should send unescaped, and what would end an address early. */
    private static String safe(String query) {
        StringBuilder safe = new StringBuilder(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c <= ' ' || c > '~' || "<>\"{}|\\^`".indexOf(c) >= 0) safe.append("%%%02X".formatted((int) c & 0xFF));
            else safe.append(c);
        }
        return safe.toString();
    }
}
