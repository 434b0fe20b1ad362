package dev.postwire.enrich.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The text of a post that a page shows only by script, where its JSON-LD holds it (schema.org {@code articleBody}, {@code text}). */
public final class DeclaredBody {
    private static final Set<String> MEMBERS =
            Set.of("@graph", "@type", "mainEntity", "mainEntityOfPage", "articleBody", "text", "reviewBody");
    private static final int MOST_NODES = 500;

    private DeclaredBody() {}

    /** The longest text there is; it may be HTML. */
    public static Optional<String> of(Document page) {
        String longest = "";
        for (Element script : page.select("script[type*=ld+json]")) {
            Deque<JsonNode> open =
                    new ArrayDeque<>(LenientJson.read(script.data(), MEMBERS).values());
            for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
                JsonNode node = open.poll();
                for (String name : Set.of("articleBody", "text", "reviewBody")) {
                    String text = node.path(name).asText("");
                    if (text.length() > longest.length()) longest = text;
                }
                node.forEach(inner -> {
                    if (inner.isContainerNode()) open.add(inner);
                });
            }
        }
        return longest.isBlank() ? Optional.empty() : Optional.of(longest);
    }
}
