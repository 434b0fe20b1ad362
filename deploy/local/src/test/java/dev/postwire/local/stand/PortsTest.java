package dev.postwire.local.stand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("postwire.properties");
    }

    @Test
    void takesTheOptionBeforeTheVariableBeforeTheFileBeforeTheDefault() throws IOException {
        Files.writeString(file, "postwire.port.query=1\npostwire.port.ingest=2\npostwire.port.kafka-controller=3\n");
        Map<String, String> environment = Map.of("POSTWIRE_PORT_QUERY", "4", "POSTWIRE_PORT_INGEST", "5");

        Ports ports = Ports.resolve(Map.of("query", "6"), environment, file);

        assertEquals(
                Map.of("query", 6, "ingest", 5, "enrich", 8082, "kafka", 9092, "kafka-controller", 3, "postgres", 5433),
                ports.numbers());
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        assertTrue(failure(Map.of("queery", "1")).contains("queery"));
        assertTrue(failure(Map.of("query", "0")).contains("query must be a number from 1 to 65535"));
        assertTrue(failure(Map.of("query", "x")).contains("not 'x'"));
        Files.writeString(file, "postwire.prot.query=1\n");
        assertTrue(failure(Map.of()).contains("postwire.prot.query"));
    }

    private String failure(Map<String, String> options) {
        return assertThrows(PartFailure.class, () -> Ports.resolve(options, Map.of(), file))
                .getMessage();
    }

    @Test
    void namesTheTakenPortAndTheKeyToChange() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String number = Integer.toString(taken.getLocalPort());
            Ports ports = Ports.resolve(Map.of("kafka-controller", number), Map.of(), file);

            String message = assertThrows(PartFailure.class, () -> ports.requireFree(file))
                    .getMessage();

            // another part's port may be taken on this machine, too; then that one is named
            assertTrue(
                    message.matches("port \\d+ for [a-z-]+ is taken: .*POSTWIRE_PORT_.*postwire\\.port\\..*"), message);
        }
    }

    @Test
    void refusesOnePortForTwo() {
        Ports ports = Ports.resolve(Map.of("query", "29999", "ingest", "29999"), Map.of(), file);

        String message =
                assertThrows(PartFailure.class, () -> ports.requireFree(file)).getMessage();

        assertEquals("port 29999 is given to both query and ingest", message);
    }
}
