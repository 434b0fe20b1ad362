package dev.postwire.ingest.feed;

import java.util.Locale;
import java.util.Map;

/** The usual prefixes of the namespaces that feeds use, whatever prefix a feed gives them. */
final class Namespaces {
    /** Prefix of nothing: the feed's own language. */
    static final String OWN = "";

    static final String UNKNOWN = "?";

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns", "atom"),
            Map.entry("http://purl.org/rss/1.0", "rss"),
            Map.entry("http://my.netscape.com/rdf/simple/0.9", "rss"),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9", "rss"),
            Map.entry("http://example.com/newformat", "rss"),
            Map.entry("http://example.com/necho", "atom"),
            Map.entry("http://purl.org/echo", "atom"),
            Map.entry("uri/of/echo/namespace", "atom"),
            Map.entry("http://purl.org/pie", "atom"),
            Map.entry("http://backend.userland.com/rss", "rss"),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", "rss"),
            Map.entry("http://purl.org/net/rss1.1", "rss"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("http://purl.org/dc/elements/1.0", "dc"),
            Map.entry("http://purl.org/dc/elements/1.1", "dc"),
            Map.entry("http://purl.org/dc/terms", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://example.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"));

    private Namespaces() {}

    /** The prefix to look for; {@link #UNKNOWN} where the namespace is none of these. */
    static String prefix(String uri) {
        String known = uri.strip().toLowerCase(Locale.ROOT);
        if (known.startsWith("http://backend.userland.com/rss")) return "rss";
        if (known.startsWith("http://purl.org/net/rss1.1")) return "rss";
        String bare = known.replaceAll("[/#]+$", "").replaceFirst("^https:", "http:");
        return bare.isEmpty() ? OWN : PREFIXES.getOrDefault(bare, UNKNOWN);
    }

    /** The prefix a feed uses without having declared it, where it is one that everybody knows. */
    static String undeclared(String prefix) {
        String known = prefix.toLowerCase(Locale.ROOT);
        return PREFIXES.containsValue(known) ? known : UNKNOWN;
    }
}
