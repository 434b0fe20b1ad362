package dev.postwire.query.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leads whoever opens the bare address to the description of the API. */
@Path("/")
public class RootResource {
    private static final URI DOCS = URI.create("/q/swagger-ui/");

    @GET
    @Operation(hidden = true)
    public Response root() {
        return Response.seeOther(DOCS).build();
    }
}
