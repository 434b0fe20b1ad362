package dev.postwire.local.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceProbeTest {
    private static final String UP = "{\"status\":\"UP\",\"checks\":[]}";

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isReadyWhenBothAnswerUp() {
        answer("live", 200, UP);
        answer("ready", 200, UP);

        assertEquals(Health.up(), probe());
    }

    @Test
    void namesTheCheckThatKeepsItFromBeingReady() {
        answer("live", 200, UP);
        answer("ready", 503, down("broker"));

        assertEquals(Health.waiting("not ready: broker"), probe());
    }

    @Test
    void isDownWhenItSaysThatItDoesNotLive() {
        answer("live", 503, down("loops"));
        answer("ready", 200, UP);

        assertEquals(Health.down("not live: loops"), probe());
    }

    @Test
    void isSilentWhereNobodyListens() {
        Health health = ServiceProbe.probe(FreePorts.free("query").number());

        assertEquals(Health.State.SILENT, health.state());
    }

    private Health probe() {
        return ServiceProbe.probe(server.getAddress().getPort());
    }

    private static String down(String check) {
        return "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"other\",\"status\":\"UP\"},{\"name\":\"" + check
                + "\",\"status\":\"DOWN\"}]}";
    }

    private void answer(String kind, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/q/health/" + kind, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
