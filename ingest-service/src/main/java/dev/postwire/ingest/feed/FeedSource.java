package dev.postwire.ingest.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a feed beside its bytes.
 *
 * @param address where it stands, absolute: what its relative links are seen from
 * @param charset as the call names it
 * @param language as the call names it
 */
public record FeedSource(Optional<URI> address, Optional<String> charset, Optional<String> language) {
    public static final FeedSource UNKNOWN = new FeedSource(Optional.empty(), Optional.empty(), Optional.empty());

    public FeedSource {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(language, "language");
    }

    /** Empty where the text is no absolute address. */
    public static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text.strip().replace(" ", "%20"))).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
