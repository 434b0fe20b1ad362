package dev.postwire.enrich.post;

/** What became of one raw post. A bad post is a value; only a broken world is an exception. */
public sealed interface Outcome {
    record Enriched(EnrichedPost post) implements Outcome {}

    /** @param detail names the place of the fault; never a piece of the post */
    record Rejected(Reason reason, String detail) implements Outcome {}
}
