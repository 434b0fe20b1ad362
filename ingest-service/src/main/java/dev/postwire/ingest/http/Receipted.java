package dev.postwire.ingest.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a call that was taken: it is on the raw topic. */
@Schema(description = "The post is safe. The receipt tells, at the query service, what became of it.")
public record Receipted(
        @Schema(description = "The post's id: the caller's own, or derived from its URL or its bytes.")
        String id,

        @Schema(description = "Where it stands on the raw topic: partition-offset.", pattern = "^[0-9]+-[0-9]+$")
        String receipt) {}
