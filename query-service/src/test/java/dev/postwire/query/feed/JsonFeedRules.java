package dev.postwire.query.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What JSON Feed 1.1 asks of a feed. */
public final class JsonFeedRules {
    private static final Set<String> FEED = Set.of(
            "version",
            "title",
            "home_page_url",
            "feed_url",
            "description",
            "next_url",
            "icon",
            "favicon",
            "authors",
            "language",
            "expired",
            "hubs",
            "items");
    private static final Set<String> ITEM = Set.of(
            "id",
            "url",
            "external_url",
            "title",
            "content_html",
            "content_text",
            "summary",
            "image",
            "banner_image",
            "date_published",
            "date_modified",
            "authors",
            "tags",
            "language",
            "attachments");

    private final List<String> faults = new ArrayList<>();

    private JsonFeedRules() {}

    /** The rules that it breaks; what is no JSON at all is thrown. */
    public static List<String> broken(String json) throws Exception {
        JsonFeedRules rules = new JsonFeedRules();
        rules.feed(new ObjectMapper().readTree(json));
        return rules.faults;
    }

    private void feed(JsonNode feed) {
        check("version", feed.path("version").asText().equals("https://jsonfeed.org/version/1.1"));
        check("title", feed.path("title").isTextual());
        check("items", feed.path("items").isArray());
        feed.fieldNames().forEachRemaining(name -> check("unknown " + name, FEED.contains(name)));
        for (String url : List.of("home_page_url", "feed_url", "next_url")) address(feed, url);
        feed.path("hubs")
                .forEach(hub -> check(
                        "hubs", hub.path("type").isTextual() && hub.path("url").isTextual()));
        Set<String> ids = new HashSet<>();
        for (JsonNode item : feed.path("items")) {
            check(
                    "items.id",
                    item.path("id").isTextual() && ids.add(item.path("id").asText()));
            check("items content", item.has("content_html") || item.has("content_text"));
            item.fieldNames().forEachRemaining(name -> check("unknown items." + name, ITEM.contains(name)));
            for (String url : List.of("url", "external_url", "image")) address(item, url);
            for (String date : List.of("date_published", "date_modified")) {
                if (item.has(date)) OffsetDateTime.parse(item.path(date).asText());
            }
            item.path("authors").forEach(author -> check("authors", author.has("name") || author.has("url")));
            item.path("tags").forEach(tag -> check("tags", tag.isTextual()));
        }
    }

    private void address(JsonNode node, String field) {
        if (node.has(field)) check(field, URI.create(node.path(field).asText()).isAbsolute());
    }

    private void check(String rule, boolean kept) {
        if (!kept) faults.add(rule);
    }
}
