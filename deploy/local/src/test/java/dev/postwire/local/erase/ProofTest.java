package dev.postwire.local.erase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.erase.Proof.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofTest {
    private final Proof proof = new Proof();

    @Test
    void saysErasedWhereNothingIsFoundOfWhatWasSearchedFor() {
        proof.pieces(3, 0, Set.of());

        assertEquals(Verdict.ERASED, proof.verdict());
        assertTrue(proof.text("a").contains("erased: nothing holds it"));
    }

    @Test
    void saysThatNothingWasSearchedForWhereThereIsNoPiece() {
        proof.pieces(0, 2, Set.of("posts.raw.v1 b"));

        assertEquals(Verdict.NOTHING_SEARCHED, proof.verdict());
        assertTrue(proof.text("a").contains("asked for, but nothing could be searched for"));
        assertTrue(proof.json("a").contains("\"erased\" : false"));
    }

    @Test
    void saysWhatRemains() {
        proof.pieces(3, 0, Set.of());
        proof.remains("file x");

        assertEquals(Verdict.REMAINS, proof.verdict());
    }
}
