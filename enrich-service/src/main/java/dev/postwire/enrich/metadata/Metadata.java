package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Moment;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who, when and what, after all claims were weighed.
 *
 * @param url canonical and absolute
 * @param authors bylines, in order, none twice
 * @param language as the author said it, a well-formed BCP 47 tag
 * @param description what the author says it is about, on one line
 * @param image the lead image, absolute
 * @param tags the claims of tags, in order
 */
public record Metadata(
        Optional<URI> url,
        Optional<String> title,
        List<Author> authors,
        Optional<Moment> published,
        Optional<Moment> updated,
        Optional<String> language,
        Optional<String> description,
        Optional<URI> image,
        List<Claim> tags) {

    public record Author(String name, Optional<String> url) {}

    public Metadata {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }

    /** The host without a leading {@code www.}. */
    public Optional<String> site() {
        return url.map(URI::getHost).map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host);
    }
}
