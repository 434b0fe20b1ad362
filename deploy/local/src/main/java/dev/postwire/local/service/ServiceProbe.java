package dev.postwire.local.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.part.Health;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.StringJoiner;

/** Asks a service's health: first whether it lives, then whether it is ready. */
public final class ServiceProbe {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ServiceProbe() {}

    public static Health probe(int port) {
        try {
            String failedLive = failedChecks(port, "live");
            if (!failedLive.isEmpty()) {
                return Health.down("not live: " + failedLive);
            }
            return readiness(port);
        } catch (IOException e) {
            return Health.silent("no answer on port " + port + ": " + e.getMessage());
        }
    }

    private static Health readiness(int port) {
        try {
            String failed = failedChecks(port, "ready");
            return failed.isEmpty() ? Health.up() : Health.waiting("not ready: " + failed);
        } catch (IOException e) { // it lives, but a check of what it depends on hangs
            return Health.waiting("not ready: " + e.getMessage());
        }
    }

    /** The names of the checks that are not up; empty when the service answers 200. */
    private static String failedChecks(int port, String kind) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + "/q/health/" + kind);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (connection.getResponseCode() == OK) {
            connection.getInputStream().close();
            return "";
        }
        StringJoiner names = new StringJoiner(", ");
        try (InputStream body = connection.getErrorStream()) {
            for (JsonNode check : JSON.readTree(body == null ? InputStream.nullInputStream() : body)
                    .path("checks")) {
                if (!"UP".equals(check.path("status").asText())) {
                    names.add(check.path("name").asText());
                }
            }
        }
        return names.length() == 0 ? "status " + connection.getResponseCode() : names.toString();
    }
}
