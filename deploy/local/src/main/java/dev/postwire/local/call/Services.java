package dev.postwire.local.call;

import dev.postwire.local.part.PartFailure;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The services that are called.
 *
 * @param key what a caller shows where keys are asked for
 */
public record Services(URI ingest, URI query, Optional<String> key) {
    /** The variable that a key is read from, so that it need not stand on a command line, which others can see. */
    public static final String KEY_VARIABLE = "POSTWIRE_KEY";

    /** Those of a local stand. */
    public static Services local(Map<String, Integer> ports, Optional<String> key) {
        return new Services(local(ports, "ingest"), local(ports, "query"), key);
    }

    /** @throws PartFailure where that is no address of a service */
    public static URI address(String text) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())))
                return uri;
        } catch (IllegalArgumentException e) {
            throw new PartFailure("not an address of a service: " + text, e);
        }
        throw new PartFailure("not an address of a service: " + text + "; it is like http://127.0.0.1:8080");
    }

    /** The value of the header Authorization. */
    public Optional<String> authorization() {
        return key.map(secret -> "Bearer " + secret);
    }

    /** An address at a service, path and query given; a path before it, of a proxy, is kept. */
    public static URI at(URI service, String pathAndQuery) {
        return URI.create(service + pathAndQuery);
    }

    @Override
    public String toString() {
        return "Services[" + ingest + ", " + query + "]";
    }

    private static URI local(Map<String, Integer> ports, String service) {
        return URI.create("http://127.0.0.1:" + ports.get(service));
    }
}
