package dev.postwire.enrich.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the JSON-LD of a page says of its post (schema.org). Of several articles the one counts that the page is about; reviews,
 * comments and list items in them never do.
 */
final class JsonLd {
    private static final Set<String> MEMBERS = Set.of(
            "@graph",
            "@id",
            "@type",
            "articleSection",
            "author",
            "creator",
            "dateCreated",
            "dateModified",
            "datePublished",
            "description",
            "headline",
            "image",
            "inLanguage",
            "keywords",
            "mainEntity",
            "mainEntityOfPage",
            "name",
            "publisher",
            "thumbnailUrl",
            "title",
            "uploadDate",
            "url");
    /** Nodes beyond these are not looked at. */
    private static final int MOST_NODES = 500;

    /** So many articles that the page's title does not name are a list. */
    private static final int LIST = 3;

    private final List<JsonNode> posts = new ArrayList<>();
    private final List<JsonNode> pages = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<String> sites = new ArrayList<>();
    private int nodes;
    private boolean sound = true;

    void read(String text) {
        LenientJson.Values read = LenientJson.read(text, MEMBERS);
        sound &= read.sound();
        read.values().forEach(this::node);
    }

    /** Whether all of it could be read. */
    boolean isSound() {
        return sound;
    }

    /** What the page's publisher and site are called. */
    List<String> sites() {
        return sites;
    }

    /**
     * The node that describes the post, an article before the page it is on; empty where there is none, or where there are many
     * and nothing tells which.
     *
     * @param titles what the page is called elsewhere, as {@link Titles#words}
     */
    Optional<JsonNode> post(Set<String> titles) {
        for (JsonNode post : posts) {
            if (titles.contains(Titles.words(title(post)))) return Optional.of(post);
        }
        if (!posts.isEmpty() && posts.size() < LIST) return Optional.of(posts.get(0));
        return Optional.empty();
    }

    /** The node that describes the page as such. */
    Optional<JsonNode> page() {
        return pages.stream().findFirst();
    }

    static String title(JsonNode node) {
        for (String name : List.of("headline", "name", "title")) {
            if (node.path(name).isTextual()) return node.path(name).textValue();
        }
        return "";
    }

    /** The node itself, or the one that its id names. */
    JsonNode resolve(JsonNode node) {
        if (!node.path("name").isMissingNode() || !node.path("@id").isTextual()) return node;
        return byId.getOrDefault(node.path("@id").textValue(), node);
    }

    private void node(JsonNode node) {
        if (nodes++ > MOST_NODES) return;
        if (node.isArray()) node.forEach(this::node);
        if (!node.isObject()) return;
        node.path("@graph").forEach(this::node);
        if (node.path("@id").isTextual()) byId.putIfAbsent(node.path("@id").textValue(), node);
        String kind = kind(node.path("@type"));
        switch (kind) {
            case "post" -> posts.add(node);
            case "page" -> pages.add(node);
            case "site" -> sites.add(title(node));
            default -> {}
        }
        JsonNode publisher = node.path("publisher").path("name");
        if (publisher.isTextual()) sites.add(publisher.textValue());
        if (node.path("mainEntity").isObject()) node(node.path("mainEntity"));
    }

    private static String kind(JsonNode type) {
        if (type.isArray()) {
            String best = "";
            for (JsonNode one : type) if (best.isEmpty() || kind(one).equals("post")) best = kind(one);
            return best;
        }
        String name = type.asText("");
        name = name.substring(name.lastIndexOf('/') + 1);
        if (name.endsWith("Article") || name.endsWith("Posting") || name.endsWith("Report")) return "post";
        return switch (name) {
            case "Question", "Recipe", "HowTo", "Review", "CriticReview", "Essay", "CreativeWork", "Course", "Book" ->
                "post";
            case "WebPage",
                    "ItemPage",
                    "CollectionPage",
                    "AboutPage",
                    "FAQPage",
                    "QAPage",
                    "MedicalWebPage",
                    "Product",
                    "VideoObject",
                    "Event" -> "page";
            case "WebSite", "Organization", "NewsMediaOrganization", "LocalBusiness" -> "site";
            default -> "";
        };
    }
}
