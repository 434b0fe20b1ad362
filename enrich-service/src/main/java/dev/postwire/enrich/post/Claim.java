package dev.postwire.enrich.post;

import java.util.Objects;

/**
 * Something that somebody said about a post, somewhere. All claims are kept until they are weighed against each other, so that
 * the winner has a known source and a conflict can be told.
 *
 * @param place where exactly within the source, e.g. {@code tags} or {@code og:title}
 */
public record Claim(Field field, String value, Source source, String place) {
    /** What the claim is about. */
    public enum Field {
        URL,
        TITLE,
        AUTHOR,
        AUTHOR_URL,
        PUBLISHED,
        UPDATED,
        LANGUAGE,
        TAG,
        SITE_NAME,
        DESCRIPTION,
        IMAGE
    }

    /** Who says so, the most trusted first. */
    public enum Source {
        REQUEST("request"),
        ENVELOPE("envelope"),
        FRONT_MATTER("front matter"),
        JSON_LD("JSON-LD"),
        META("meta"),
        MARKUP("markup"),
        TEXT("text");

        private final String title;

        Source(String title) {
            this.title = title;
        }
    }

    public Claim {
        Objects.requireNonNull(field, "field");
        value = CleanText.oneLine(value);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(place, "place");
    }

    /** The source and place as they stand in evidence and traces, e.g. {@code front matter tags}. */
    public String origin() {
        return source.title + " " + place;
    }
}
