package dev.postwire.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    @Test
    void replacesOnlyWhatStandsBetweenTheMarkers() {
        String readme = "# Bench\n<!-- speed:begin -->\nold\n<!-- speed:end -->\nafter\n";

        assertEquals(
                "# Bench\n<!-- speed:begin -->\n| new |\n<!-- speed:end -->\nafter\n",
                Report.replaced(readme, "speed", "| new |\n\n"));
    }

    @Test
    void refusesAReadmeWithoutTheMarkers() {
        assertThrows(IllegalStateException.class, () -> Report.replaced("# Bench", "speed", "| new |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accuracy", "scraped", "speed"})
    void findsAPlaceForEachMeasurement(String section) throws IOException {
        String readme = Files.readString(Checkout.root().resolve("deploy/bench/README.md"));

        assertTrue(Report.replaced(readme, section, "| new |").contains("| new |"));
    }
}
