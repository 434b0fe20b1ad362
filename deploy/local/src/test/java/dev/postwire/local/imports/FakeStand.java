package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postwire.local.call.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * An intake and a query service in one. A content of {@code refuse} is refused, of {@code reject} rejected later, of {@code busy} refused
 * for now once, of {@code break} the end of the answer once; each receipt is first asked for in vain.
 */
final class FakeStand implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> once = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> asked = Collections.synchronizedSet(new HashSet<>());
    private final HttpServer server;

    FakeStand() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/v1/posts/batch", this::batch);
        server.createContext("/v1/feeds", this::feed);
        server.createContext("/v1/posts/", this::one);
        server.createContext("/v1/receipts/", this::receipt);
        server.start();
    }

    Services services(Optional<String> key) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Services(address, address, key);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void batch(HttpExchange call) throws IOException {
        if (!"Bearer secret".equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{\"code\":\"unauthenticated\"}");
            return;
        }
        StringBuilder verdicts = new StringBuilder();
        int number = 0;
        for (String line : new String(call.getRequestBody().readAllBytes(), UTF_8).split("\n")) {
            String content = JSON.readTree(line).path("content").asText();
            if (content.startsWith("break") && once.add(line)) break;
            verdicts.append(verdict(++number, line, content)).append('\n');
        }
        answer(call, 200, verdicts.toString());
    }

    private String verdict(int number, String line, String content) {
        if (content.startsWith("refuse")) {
            return "{\"line\":" + number
                    + ",\"status\":422,\"problem\":{\"code\":\"invalid-field\",\"detail\":\"One field is not allowed"
                    + " as given.\",\"errors\":[{\"field\":\"/content\",\"message\":\"must not be refused\"}]}}";
        }
        if (content.startsWith("busy") && once.add(line)) {
            return "{\"line\":" + number + ",\"status\":503,\"retryAfter\":1,\"problem\":{\"code\":\"overloaded\"}}";
        }
        return "{\"line\":" + number + ",\"status\":202,\"id\":\"x\",\"receipt\":\"" + take(content) + "\"}";
    }

    private String take(String content) {
        synchronized (taken) {
            taken.add(content);
            return "0-" + (taken.size() - 1);
        }
    }

    private void feed(HttpExchange call) throws IOException {
        String feed = new String(call.getRequestBody().readAllBytes(), UTF_8);
        String first = verdict(1, "", "entry") + "\n";
        String second = verdict(2, "", "refuse") + "\n";
        if (feed.contains("break") && once.add(feed)) {
            call.sendResponseHeaders(200, (first + second).length());
            call.getResponseBody().write(first.getBytes(UTF_8));
            call.getResponseBody().flush();
            call.close();
        } else {
            answer(call, 200, first + second);
        }
    }

    private void one(HttpExchange call) throws IOException {
        String content = new String(call.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        answer(call, 202, "{\"id\":\"x\",\"receipt\":\"" + take(content) + "\"}");
    }

    private void receipt(HttpExchange call) throws IOException {
        String receipt = call.getRequestURI().getPath().replaceFirst(".*/", "");
        String content = taken.get(Integer.parseInt(receipt.substring(2)));
        String state = asked.add(receipt) ? "accepted" : content.startsWith("reject") ? "rejected" : "stored";
        JsonNode body = JSON.createObjectNode()
                .put("receipt", receipt)
                .put("state", state)
                .put("reason", "no-content")
                .put("detail", "There is no word in it");
        answer(call, 200, body.toString());
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) call.getResponseBody().write(bytes);
        call.close();
    }
}
