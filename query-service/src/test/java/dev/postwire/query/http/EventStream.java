package dev.postwire.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Reads Server-Sent Events as the HTML standard says. */
final class EventStream implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private String lastId = "";

    record Event(String id, String type, String data) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(data);
        }
    }

    EventStream(URI service, String path, String lastEventId) throws IOException {
        connection = (HttpURLConnection) service.resolve(path).toURL().openConnection();
        connection.setReadTimeout(PATIENCE_MILLIS);
        if (!lastEventId.isEmpty()) connection.setRequestProperty("Last-Event-ID", lastEventId);
        if (connection.getResponseCode() != 200) throw new IOException("status " + connection.getResponseCode());
        lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next event of that type; others are passed over. */
    Event next(String type) throws IOException {
        while (true) {
            Event event = next();
            if (event.type.equals(type)) return event;
        }
    }

    private Event next() throws IOException {
        String type = "message";
        StringBuilder data = new StringBuilder();
        while (true) {
            String line = lines.readLine();
            if (line == null) throw new IOException("the stream has ended");
            if (line.isEmpty()) {
                if (data.length() > 0) return new Event(lastId, type, data.toString());
                type = "message";
            } else if (line.startsWith("id: ")) {
                lastId = line.substring("id: ".length());
            } else if (line.startsWith("event: ")) {
                type = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                data.append(line.substring("data: ".length()));
            }
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
