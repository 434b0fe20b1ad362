package dev.postwire.enrich.learn;

import static dev.postwire.enrich.learn.MadeUpBlog.SITE;
import static dev.postwire.enrich.learn.MadeUpBlog.model;
import static dev.postwire.enrich.learn.MadeUpBlog.posts;
import static dev.postwire.enrich.learn.MadeUpBlog.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.tag.Candidate;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class TagModelTest {
    private static final String TEXT =
            "\uD83D\uDE00 Sailing again: the boat lay in the harbour, its rudder gone, and the tide was out.";

    @Test
    void explainsEachChosenTagWithSpansThatHold() {
        TagModel model = model(posts(240));

        List<Candidate> candidates = model.suggest(subject(SITE, TEXT));

        assertTrue(candidates.stream().anyMatch(Candidate::chosen));
        List<String> quotes = new ArrayList<>();
        for (Candidate candidate : candidates) {
            assertTrue(!candidate.chosen() || !candidate.evidence().isEmpty());
            assertFalse(candidate.reason().isEmpty());
            for (Evidence evidence : candidate.evidence()) {
                if (evidence.quote() == null) continue;
                int start = TEXT.offsetByCodePoints(0, evidence.start());
                assertEquals(evidence.quote(), TEXT.substring(start, TEXT.offsetByCodePoints(0, evidence.end())));
                if (candidate.slug().equals("sailing")) quotes.add(evidence.quote());
            }
        }
        assertTrue(quotes.contains("Sailing"), quotes.toString());
    }

    @Test
    void namesTheNeighbourAndTheSharedWords() {
        TagModel model = model(posts(240));

        Candidate first = model.suggest(subject(SITE, TEXT)).get(0);

        Evidence neighbour = first.evidence().stream()
                .filter(evidence -> evidence.source() != null)
                .findFirst()
                .orElseThrow();
        assertTrue(neighbour.source().startsWith("post post-"), neighbour.source());
        assertTrue(List.of(neighbour.value().split(" ")).stream().allMatch(TEXT::contains), neighbour.value());
    }

    @Test
    void ranksByConfidence() {
        List<Candidate> candidates = model(posts(240)).suggest(subject(SITE, TEXT));

        for (int i = 1; i < candidates.size(); i++) {
            assertTrue(candidates.get(i - 1).confidence() >= candidates.get(i).confidence());
        }
    }

    @Test
    void isTheSameAfterItWasWrittenAndRead() throws UnreadableModelException {
        TagModel model = model(posts(150));
        List<byte[]> parts = new ArrayList<>(model.parts());
        Collections.reverse(parts);

        TagModel read = TagModel.of(parts);

        assertEquals(model.version(), read.version());
        assertEquals(model.suggest(subject(SITE, TEXT)), read.suggest(subject(SITE, TEXT)));
        assertEquals(model.posts(), read.posts());
        assertEquals(model.tags(), read.tags());
        assertTrue(read.knows(SITE));
        assertEquals(model.version(), Trainer.from(read).train().version());
    }

    @Test
    void travelsEvenWhenItIsEmpty() throws UnreadableModelException {
        assertEquals(0, TagModel.of(TagModel.empty().parts()).posts());
    }

    @Test
    void dividesItselfIntoPartsOfBoundedSize() throws UnreadableModelException {
        byte[] whole = new byte[ModelParts.MOST_BYTES * 2 + 17];
        new Random(1).nextBytes(whole);

        List<byte[]> parts = ModelParts.of(whole);

        assertEquals(3, parts.size());
        assertTrue(parts.stream().allMatch(part -> part.length <= ModelParts.MOST_BYTES));
        assertEquals(ModelParts.MOST_BYTES * 2 + 17, ModelParts.joined(parts).length);
    }

    @Test
    void refusesBrokenBytesAndSaysWhy() {
        byte[] part = model(posts(60)).parts().get(0);
        byte[] flipped = part.clone();
        flipped[part.length / 2] ^= 1;

        assertEquals("a model has at least one part", refusal(List.of()));
        assertEquals("a part's checksum is wrong", refusal(List.of(flipped)));
        assertEquals("a part is cut off", refusal(List.of(new byte[5])));
        assertEquals(
                "these bytes are no part of a tag model",
                refusal(List.of("no model at all, but long enough for one".getBytes(StandardCharsets.UTF_8))));
        assertEquals("the model has 1 parts, here are 2", refusal(List.of(part, part)));
    }

    @Test
    void refusesPartsOfTwoModels() {
        byte[] one = new byte[ModelParts.MOST_BYTES];
        byte[] other = one.clone();
        other[0] = 1;

        assertEquals(
                "parts of two models",
                refusal(List.of(ModelParts.of(one).get(0), ModelParts.of(other).get(1))));
    }

    @Test
    void refusesPartsThatAreNoModelInside() {
        assertTrue(refusal(ModelParts.of(new byte[] {1, 2, 3})).startsWith("the model's bytes make no model"));
    }

    @Test
    void makesNoRoomForMoreThanFollows() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Numbers.Out out = new Numbers.Out(new DataOutputStream(new DeflaterOutputStream(bytes)))) {
            out.number(1);
            out.text(SITE);
            out.number(0);
            out.number(0);
            out.number(Integer.MAX_VALUE);
        }

        assertTrue(refusal(ModelParts.of(bytes.toByteArray())).startsWith("the model's bytes make no model"));
    }

    @Test
    void refusesAnotherFormat() {
        byte[] part = model(posts(60)).parts().get(0).clone();
        part[7] = 9;

        assertEquals("a model of format 9; this enricher reads format 1", refusal(List.of(part)));
    }

    private static String refusal(List<byte[]> parts) {
        return assertThrows(UnreadableModelException.class, () -> TagModel.of(parts))
                .getMessage();
    }
}
