package dev.postwire.ingest.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Tells who a resource finds calling: of the tests alone, and with no row in the table of accesses. */
@Path("/v1/who")
public final class WhoResource {
    @GET
    public String who(@Context SecurityContext caller) {
        return caller.getUserPrincipal() == null
                ? "nobody"
                : caller.getUserPrincipal().getName();
    }
}
