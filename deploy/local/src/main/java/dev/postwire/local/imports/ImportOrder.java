package dev.postwire.local.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.call.Services;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What is to be imported, and how.
 *
 * @param paths as they were given
 * @param site where the posts stand; empty: they are named by their files
 * @param prefix of the ids of files
 * @param drafts whether drafts are posts too
 * @param again whether what was imported before is sent all the same
 * @param folder that the journal is in
 * @param ingest address of the intake, empty where nothing is to be sent
 * @param query address of the query service
 */
public record ImportOrder(
        List<String> paths,
        String site,
        String prefix,
        boolean drafts,
        boolean again,
        String folder,
        String ingest,
        String query) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public ImportOrder {
        paths = List.copyOf(paths);
    }

    /** As an argument of the program. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ImportOrder read(String json) throws JsonProcessingException {
        return JSON.readValue(json, ImportOrder.class);
    }

    Optional<URI> siteAddress() {
        return site.isEmpty() ? Optional.empty() : Optional.of(URI.create(site));
    }

    Services services(Optional<String> key) {
        return new Services(URI.create(ingest), URI.create(query), key);
    }
}
