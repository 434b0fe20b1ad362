package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a file is, by its name, or by how it begins where its name says nothing. */
enum Kind {
    MARKDOWN("text/markdown"),
    HTML("text/html"),
    PLAIN("text/plain"),
    /** An envelope or a JSON Feed, or neither. */
    JSON("application/json"),
    /** A feed, or other XML. */
    XML("application/xml"),
    /** An envelope a line. */
    LINES("application/x-ndjson"),
    WARC("application/warc");

    private static final Map<String, Kind> BY_SUFFIX = Map.ofEntries(
            Map.entry("md", MARKDOWN),
            Map.entry("markdown", MARKDOWN),
            Map.entry("mdown", MARKDOWN),
            Map.entry("mkd", MARKDOWN),
            Map.entry("mdx", MARKDOWN),
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("xhtml", HTML),
            Map.entry("txt", PLAIN),
            Map.entry("text", PLAIN),
            Map.entry("json", JSON),
            Map.entry("ndjson", LINES),
            Map.entry("jsonl", LINES),
            Map.entry("xml", XML),
            Map.entry("atom", XML),
            Map.entry("rss", XML),
            Map.entry("rdf", XML),
            Map.entry("warc", WARC));

    private final String mediaType;

    Kind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<Kind> ofName(String name) {
        return Optional.ofNullable(BY_SUFFIX.get(suffix(name)));
    }

    /** What follows the last dot, in lower case; empty where there is none. */
    static String suffix(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot <= 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** For a file that somebody named, whatever it is called. Empty where it is no text. */
    static Optional<Kind> ofBeginning(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 512), ISO_8859_1);
        String begin = head.replaceFirst("^(?:\\xef\\xbb\\xbf)?\\s+", "").toLowerCase(Locale.ROOT);
        if (begin.startsWith("warc/")) return Optional.of(WARC);
        if (head.indexOf('\0') >= 0) return Optional.empty();
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) return Optional.of(HTML);
        if (begin.startsWith("<?xml") || begin.startsWith("<rss") || begin.startsWith("<feed")) return Optional.of(XML);
        if (begin.startsWith("{\"")) return Optional.of(JSON);
        if (begin.startsWith("---") || begin.startsWith("+++") || begin.startsWith("# ")) return Optional.of(MARKDOWN);
        return Optional.of(PLAIN);
    }

    /** Whether XML is a feed: by its first element. */
    static boolean isFeed(byte[] xml) {
        String head = new String(xml, 0, Math.min(xml.length, 16 * 1024), ISO_8859_1).replace("\0", "");
        int at = 0;
        while ((at = head.indexOf('<', at)) >= 0) {
            String rest = head.substring(at + 1);
            if (rest.startsWith("!--")) at = Math.max(at + 1, head.indexOf("-->", at));
            else if (rest.startsWith("?") || rest.startsWith("!")) at++;
            else return rest.matches("(?s)(?:\\w+:)?(?:feed|rss|RDF|channel)[\\s>/].*");
        }
        return false;
    }
}
