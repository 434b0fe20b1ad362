package dev.postwire.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Where links are seen from: each {@code xml:base} from the element outwards, then the feed's own address. */
final class Bases {
    private final URI address;

    /** @param address may be null */
    Bases(URI address) {
        this.address = address;
    }

    /** Null where none is known. */
    URI of(Element element) {
        List<String> bases = new ArrayList<>();
        for (Element at = element; at != null; at = at.parent().orElse(null)) {
            String base = at.attributes().get("xml:base");
            if (base != null) bases.add(0, base.strip());
        }
        URI base = address;
        for (String next : bases)
            base = FeedSource.uri(Markup.resolve(base, next)).orElse(base);
        return base;
    }
}
