package dev.postwire.ingest.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an envelope looks like, for documentation only: the service reads it strictly and keeps its bytes. */
@Schema(
        name = "Envelope",
        description = "A post with what is known about it. Any other field is refused.",
        additionalProperties = Schema.False.class)
record EnvelopeSchema(
        @Schema(description = "The caller's own id; else it is derived.", pattern = "^[A-Za-z0-9._~-]{1,128}$")
        String id,

        @Schema(maxLength = 2048) String url,
        @Schema(maxLength = 1000) String title,

        @Schema(maxItems = 50, description = "Names; or objects of a name and a url.")
        List<Author> authors,

        @Schema(maxLength = 64) String published,
        @Schema(maxLength = 64) String updated,
        @Schema(maxItems = 100) List<String> tags,

        @Schema(maxLength = 35, description = "BCP 47") String language,

        @Schema(
                description = "What content is",
                defaultValue = "text/plain",
                enumeration = {"text/markdown", "text/html", "text/plain"})
        String contentType,

        @Schema(maxLength = 255, description = "As the header Idempotency-Key, for this post alone.")
        String idempotencyKey,

        @Schema(required = true, description = "The post itself, not blank.")
        String content) {
    @Schema(
            name = "EnvelopeAuthor",
            oneOf = {String.class, NamedAuthor.class},
            type = SchemaType.OBJECT)
    record Author() {}

    @Schema(name = "NamedAuthor", additionalProperties = Schema.False.class)
    record NamedAuthor(
            @Schema(required = true, maxLength = 200) String name,
            @Schema(maxLength = 2048) String url) {}
}
