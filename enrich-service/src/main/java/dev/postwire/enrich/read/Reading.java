package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Warning;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/**
 * A post once read: its content as a tree or as lines, and all that was said about it so far.
 *
 * @param notes what the trace tells of how it was read
 */
public record Reading(Content content, List<Claim> claims, List<Warning> warnings, Map<String, Object> notes) {

    /** What was read, before boilerplate is told from main content. */
    public sealed interface Content {
        /** A whole web page, with whatever stands around its main content. */
        record Page(Document document) implements Content {}

        /** What the author wrote and nothing else, e.g. from Markdown. */
        record Written(Document document) implements Content {}

        /** Plain text, perhaps scraped off a page together with what stood around it. */
        record Lines(List<String> lines) implements Content {}
    }

    public Reading {
        claims = List.copyOf(claims);
        warnings = List.copyOf(warnings);
        notes = Map.copyOf(notes);
    }
}
