package dev.postwire.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks at what all the others did, and then breaks it. */
@ExtendWith(SharedStand.class)
@Order(SharedStand.AUDIT)
class AuditIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stand stand;
    private final Client client;

    AuditIT(Stand stand) {
        this.stand = stand;
        this.client = new Client(stand);
    }

    /** The last one: it looks at what all the others did, and then breaks it. */
    @Test
    void provesThatEveryReceiptIsAccountedForAndNamesWhatIsBroken() throws Exception {
        Client.Answer twice = client.put("audit-twice", "text/plain", "Published again by a fault.".getBytes(UTF_8));
        Client.Answer gone = client.put("audit-gone", "text/plain", "Its row is deleted by hand.".getBytes(UTF_8));
        Client.Answer other = client.put("audit-other", "text/plain", "Its row is another's.".getBytes(UTF_8));
        Client.Answer noise = client.put("audit-noise", "text/plain", new byte[] {0, (byte) 0xFF, 1, 2, 0, 3});
        Client.Answer before = client.put("audit-bodies", "text/plain", "A version of its own words.".getBytes(UTF_8));
        // Stored before the next: of versions within one batch only the last is kept.
        client.settled(before.text("receipt"));
        client.put("audit-bodies", "text/plain", "A later version of its own words.".getBytes(UTF_8));
        Client.Answer markup = client.put("audit-markup", "text/plain", "Nobody may add to this.".getBytes(UTF_8));
        Client.Answer field = client.put("audit-field", "text/plain", "Nobody may add to that.".getBytes(UTF_8));
        Stand.Ended clean = stand.postwire("audit", "--json");
        assertEquals(0, clean.status(), clean.out());
        assertTrue(JSON.readTree(clean.out()).path("checked").path("rawRecords").asInt() > 5);

        try (Damage damage = new Damage(stand)) {
            damage.publishAgain("audit-twice");
            damage.sql("DELETE FROM post WHERE id = 'audit-gone'");
            damage.sql("UPDATE post SET text_sha256 = sha256('other') WHERE id = 'audit-other'");
            damage.sql("UPDATE post SET bodies = replace(bodies, '<p>', '<p>Now: ') WHERE id = 'audit-markup'");
            damage.sql(
                    "UPDATE post SET document = replace(document, '\"language\"', '\"said\"') WHERE id = 'audit-field'");
            damage.sql("UPDATE revision SET bodies = replace(bodies, 'own', 'old') WHERE post_id = 'audit-bodies'");
            damage.sql("DELETE FROM rejection WHERE post_id = 'audit-noise'");
            damage.sql("DELETE FROM receipt WHERE post_id = 'audit-other'");
        }
        Stand.Ended broken = stand.postwire("audit", "--json");

        assertEquals(1, broken.status(), broken.out());
        Set<String> found = new TreeSet<>();
        for (JsonNode finding : JSON.readTree(broken.out()).path("findings")) {
            found.add(
                    finding.path("kind").asText() + " " + finding.path("place").asText());
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "enriched-twice " + twice.text("receipt"),
                        "row-missing " + gone.text("receipt"),
                        "change-unaccounted change",
                        "row-differs " + markup.text("receipt"),
                        "row-differs " + field.text("receipt"),
                        "revision-differs " + before.text("receipt"),
                        "row-differs " + other.text("receipt"),
                        "receipt-missing " + other.text("receipt"),
                        "rejection-row-missing " + noise.text("receipt"))),
                found);
    }
}
