package dev.postwire.endtoend.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * One page of a browser by the DevTools protocol: opens addresses, evaluates expressions, and keeps what the console said. For one
 * thread.
 */
public final class Page implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final WebSocket socket;

    public Page(Chromium browser) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        URI open = URI.create("http://127.0.0.1:" + browser.port() + "/json/new?about:blank");
        String target = http.send(
                        HttpRequest.newBuilder(open)
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .body();
        URI address =
                URI.create(JSON.readTree(target).path("webSocketDebuggerUrl").asText());
        socket = http.newWebSocketBuilder().buildAsync(address, new Answers()).join();
        for (String domain : List.of("Page", "Runtime", "Log")) call(domain + ".enable", Map.of());
        // As a window beside others, and not as a tab behind them, of which the page is told that nobody sees it.
        call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    /** Takes answers and events as they come, in pieces. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder piece = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            piece.append(data);
            if (last) {
                take(piece.toString());
                piece.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private void take(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            CompletableFuture<JsonNode> answer =
                    message.has("id") ? asked.remove(message.path("id").asInt()) : null;
            if (answer != null) answer.complete(message);
            String method = message.path("method").asText();
            JsonNode entry = message.path("params").path("entry");
            if (method.equals("Runtime.exceptionThrown")) complaints.add(text);
            if (method.equals("Log.entryAdded") && isError(entry)) complaints.add(text);
        } catch (IOException e) {
            complaints.add("no JSON: " + text);
        }
    }

    /** But for a post's pictures at its own site, which a machine without a network cannot reach. */
    private static boolean isError(JsonNode entry) {
        boolean elsewhere = entry.path("source").asText().equals("network")
                && !entry.path("url").asText().startsWith("http://127.0.0.1:");
        return entry.path("level").asText().equals("error") && !elsewhere;
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        try {
            socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .join();
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).path("result");
        } catch (Exception e) {
            throw new IllegalStateException(method + " was not answered", e);
        }
    }

    public void open(String address) {
        call("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete'");
    }

    /** How large the window is, and whether the person prefers dark colours. */
    public void look(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** The value of an expression, which may be a promise. */
    public JsonNode value(String expression) {
        JsonNode result = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (result.has("exceptionDetails")) throw new IllegalStateException(expression + ": " + result);
        return result.path("result").path("value");
    }

    public String text(String selector) {
        return value("(document.querySelector(" + quoted(selector) + ") || {innerText: ''}).innerText")
                .asText();
    }

    /** Once it is true. */
    public void await(String condition) {
        Awaitility.await(condition).atMost(PATIENCE).ignoreExceptions().until(() -> value("!!(" + condition + ")")
                .asBoolean());
    }

    /** Once an element of it is there, with that text in it. */
    public void awaitText(String selector, String text) {
        await("[...document.querySelectorAll(" + quoted(selector) + ")].some(one => one.innerText.includes("
                + quoted(text) + "))");
    }

    public void click(String selector) {
        value("document.querySelector(" + quoted(selector) + ").click()");
    }

    /** A key as the keyboard sends it, to whatever has the focus. */
    public void press(String key, int code) {
        for (String type : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Errors that the console told since it was asked last. */
    public List<String> complaints() {
        List<String> all = new ArrayList<>();
        for (String one = complaints.poll(); one != null; one = complaints.poll()) all.add(one);
        return all;
    }

    public static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new IllegalStateException("a text is no JSON", e);
        }
    }

    @Override
    public void close() {
        // With what it holds open: a browser has six connections to one host, and each page follows a stream.
        call("Page.close", Map.of());
        socket.abort();
    }
}
