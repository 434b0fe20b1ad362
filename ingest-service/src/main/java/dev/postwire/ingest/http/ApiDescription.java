package dev.postwire.ingest.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the calls have in common, for the page at /q/swagger-ui. An Application, for else Quarkus does not look at it. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Postwire intake",
                        version = "1",
                        description =
                                "Takes posts as they are found. A 202 means the post is on Kafka, acknowledged by all"
                                        + " replicas in sync, and will become exactly one document or one rejection with a reason.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "url",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Where the post stands on the web, http or https. Its id is derived from it.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 2048),
                                    example = "https://blog.example/2024/night-ferry/"),
                            @Parameter(
                                    name = "title",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 1000)),
                            @Parameter(
                                    name = "author",
                                    in = ParameterIn.QUERY,
                                    description = "May be repeated, up to 50 times.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class,
                                                    maxItems = 50)),
                            @Parameter(
                                    name = "published",
                                    in = ParameterIn.QUERY,
                                    description = "A year, a month, a day, or a day and a time, best as RFC 3339.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 64),
                                    example = "2024-03-09T21:15:00+01:00"),
                            @Parameter(
                                    name = "language",
                                    in = ParameterIn.QUERY,
                                    description = "A language tag of BCP 47.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 35),
                                    example = "en"),
                            @Parameter(
                                    name = "tag",
                                    in = ParameterIn.QUERY,
                                    description = "May be repeated, up to 100 times.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class,
                                                    maxItems = 100)),
                            @Parameter(
                                    name = "idempotency-key",
                                    in = ParameterIn.HEADER,
                                    description =
                                            "Your name for this submission, a UUID for example: sent again under it, it is the"
                                                    + " same one, whichever instance it reaches. Another content under it is"
                                                    + " rejected, which its receipt tells, unless it is posted with another id or"
                                                    + " URL: that is another submission. In a batch or feed it names each"
                                                    + " line by its number; an envelope may have an idempotencyKey of its own.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 255),
                                    example = "\"4f0c7a52-7f0e-4c57-a9a5-2f0f0f4a3f0b\""),
                            @Parameter(
                                    name = "traceparent",
                                    in = ParameterIn.HEADER,
                                    description = "W3C Trace Context; travels with the post to its end.",
                                    schema = @Schema(type = SchemaType.STRING))
                        },
                        requestBodies =
                                @RequestBody(
                                        name = "post",
                                        required = true,
                                        description =
                                                "The post, its exact bytes. The charset is a parameter of Content-Type,"
                                                        + " or found out. At most 1 MiB, unless the operator says otherwise.",
                                        content = {
                                            @Content(
                                                    mediaType = "text/markdown",
                                                    schema = @Schema(type = SchemaType.STRING),
                                                    example = ApiExamples.MARKDOWN),
                                            @Content(
                                                    mediaType = "text/html",
                                                    schema = @Schema(type = SchemaType.STRING),
                                                    example = ApiExamples.HTML),
                                            @Content(
                                                    mediaType = "text/plain",
                                                    schema = @Schema(type = SchemaType.STRING),
                                                    example = ApiExamples.PLAIN),
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = EnvelopeSchema.class),
                                                    example = ApiExamples.ENVELOPE)
                                        }),
                        responses = {
                            @APIResponse(
                                    name = "accepted",
                                    description = "It is on Kafka.",
                                    headers =
                                            @Header(
                                                    name = "Location",
                                                    description =
                                                            "The post at the query service; waits for it with &wait=10s.",
                                                    schema = @Schema(type = SchemaType.STRING)),
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = Receipted.class),
                                                    example = ApiExamples.RECEIPTED)),
                            @APIResponse(
                                    name = "bad-request",
                                    description =
                                            "empty-body, malformed-envelope, malformed-encoding, malformed-feed, malformed-id, malformed-idempotency-key,"
                                                    + " malformed-parameter, bad-request",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    examples = {
                                                        @ExampleObject(
                                                                name = "malformed-envelope",
                                                                value = ApiExamples.MALFORMED_ENVELOPE),
                                                        @ExampleObject(
                                                                name = "empty-body",
                                                                value = ApiExamples.EMPTY_BODY)
                                                    })),
                            @APIResponse(
                                    name = "body-timeout",
                                    description = "body-timeout: the body did not arrive in time",
                                    content = @Content(mediaType = "application/problem+json")),
                            @APIResponse(
                                    name = "body-too-large",
                                    description = "body-too-large",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    example = ApiExamples.BODY_TOO_LARGE)),
                            @APIResponse(
                                    name = "unsupported-media-type",
                                    description = "unsupported-media-type",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    example = ApiExamples.UNSUPPORTED_MEDIA_TYPE)),
                            @APIResponse(
                                    name = "invalid-field",
                                    description = "invalid-field: each one is named",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    example = ApiExamples.INVALID_FIELD)),
                            @APIResponse(
                                    name = "unavailable",
                                    description =
                                            "broker-unavailable, overloaded: send it again, after Retry-After"
                                                    + " seconds. It may have arrived all the same; a retry makes no second post.",
                                    headers =
                                            @Header(name = "Retry-After", schema = @Schema(type = SchemaType.INTEGER)),
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    example = ApiExamples.BROKER_UNAVAILABLE))
                        }))
public final class ApiDescription extends Application {
    public ApiDescription() {}
}
