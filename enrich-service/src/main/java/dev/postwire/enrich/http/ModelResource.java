package dev.postwire.enrich.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postwire.enrich.learn.CurrentModel;
import dev.postwire.enrich.learn.TagModel;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which learned model this instance tags by. */
@Path("/v1/model")
public final class ModelResource {
    private final CurrentModel current;

    ModelResource(CurrentModel current) {
        this.current = current;
    }

    /** @param version null where nothing is learned yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ModelView(String version, int posts, int tags) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The learned model in use", description = "What the command learn published last.")
    public ModelView model() {
        TagModel model = current.get();
        return new ModelView(model == TagModel.empty() ? null : model.version(), model.posts(), model.tags());
    }
}
