package dev.postwire.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The erasure of a post, with its proof. */
@ExtendWith(SharedStand.class)
@Order(SharedStand.COMMANDS)
class ErasureIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stand stand;
    private final Client client;

    ErasureIT(Stand stand) {
        this.stand = stand;
        this.client = new Client(stand);
    }

    /** A file that somebody left behind is to be the only thing that is found: all else is searched the same way. */
    @Test
    void erasesAPostProvablyAndNamesWhatStillHoldsIt() throws Exception {
        String id = "to-be-proven";
        StringBuilder words = new StringBuilder("# Gone for good\n\n");
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++)
            words.append(Long.toString(random.nextLong() >>> 24, 36)).append(' ');
        client.put(id, "text/markdown", words.toString().getBytes(UTF_8));
        words.append("\nAnd a second version.");
        byte[] noise = new byte[3_000];
        random.nextBytes(noise);
        client.put(id, "text/markdown", words.toString().getBytes(UTF_8));
        Client.Answer rejected = client.put(id, "text/markdown", noise);
        assertEquals("rejected", client.settled(rejected.text("receipt")).text("state"));
        // Its request stays under the post's key for days; and on a topic that was a route once nobody writes a
        // tombstone.
        assertEquals(0, stand.postwire("redrive", id).status());
        try (Damage damage = new Damage(stand)) {
            damage.publishElsewhere(id, "posts.enriched.former.v1");
        }
        Files.writeString(stand.data().resolve("logs/left-behind.txt"), words.substring(500, 900));

        Stand.Ended ended = stand.postwire("erase", id, "--json");

        JsonNode proof = JSON.readTree(ended.out());
        assertEquals(1, ended.status(), ended.out());
        assertTrue(proof.path("pieces").asInt() > 100, ended.out());
        assertEquals("[\"file logs/left-behind.txt\"]", proof.path("remains").toString());
        // Pieces that stand in other documents too, as a field's name does, are told and nothing else is.
        assertTrue(proof.path("unproven").size() <= 1, ended.out());
        assertFalse(proof.path("unproven").toString().contains("wal"), ended.out());
        for (String place :
                List.of("table public.post", "file kafka/data/posts.raw.v1", "file kafka/data/posts.rejected.v1")) {
            assertTrue(proof.path("before").toString().contains(place), place + " in " + ended.out());
        }
        assertFalse(Files.exists(stand.data().resolve("run/erase-undo.json")), "the topics' settings are put back");
        assertEquals(404, client.get("/v1/posts/" + id).status());
    }
}
