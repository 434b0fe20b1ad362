package dev.postwire.enrich.vocabulary;

import java.util.List;

/**
 * One thing or subject of a vocabulary.
 *
 * @param slug unique in its vocabulary: the notation where one is given, else the label's
 * @param label the preferred one, English where there is one
 * @param broader slugs of what it is one of or a part of
 * @param related slugs of what is often spoken of together with it, in both directions
 */
public record Concept(String uri, String slug, String label, Kind kind, List<String> broader, List<String> related) {
    public Concept {
        broader = List.copyOf(broader);
        related = List.copyOf(related);
    }
}
