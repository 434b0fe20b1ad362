package dev.postwire.query.http;

import dev.postwire.query.QueryConfig;
import dev.postwire.query.page.WebPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The web page: search, read, see what arrives and how the pipeline is, try a post. Its scripts and style sheets are files of ours. */
@Path("/")
public class RootResource {
    private static final String PAGE = "/web/page.html";

    private final byte[] page;
    private final String policy;

    RootResource(QueryConfig config) {
        WebPage web = new WebPage(config.ingestUrl(), config.enrichUrl());
        this.page = web.html(template()).getBytes(StandardCharsets.UTF_8);
        this.policy = web.policy();
    }

    /** What the page's own address may hold is read by its script. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page() {
        return Response.ok(page)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static String template() {
        try (InputStream file = Objects.requireNonNull(RootResource.class.getResourceAsStream(PAGE), PAGE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
