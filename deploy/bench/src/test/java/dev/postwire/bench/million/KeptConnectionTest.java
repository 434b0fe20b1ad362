package dev.postwire.bench.million;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {
    private static final int BYTES = 100_000;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/whole", 200, BYTES);
        answer("/chunks", 200, 0);
        answer("/wrong", 404, BYTES);
        server.start();
    }

    /** @param announced 0 for chunks */
    private void answer(String path, int status, int announced) {
        server.createContext(path, call -> {
            call.sendResponseHeaders(status, announced);
            try (call;
                    var body = call.getResponseBody()) {
                for (int i = 0; i < 10; i++) body.write(new byte[BYTES / 10]);
            }
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsAnswersOfBothKindsToTheirEndsOnOneConnection() throws IOException {
        try (KeptConnection connection = open()) {
            assertEquals(BYTES, connection.get("/chunks"));
            assertEquals(BYTES, connection.get("/whole"));
            assertEquals(BYTES, connection.get("/chunks"));
        }
    }

    @Test
    void failsAtWhatIsNoAnswer() throws IOException {
        try (KeptConnection connection = open()) {
            assertThrows(IOException.class, () -> connection.get("/wrong"));
        }
    }

    private KeptConnection open() throws IOException {
        return new KeptConnection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
