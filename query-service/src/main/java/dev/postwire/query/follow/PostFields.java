package dev.postwire.query.follow;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What filters look at of a stored post, each as it is stored.
 *
 * @param language a BCP 47 tag in lower case
 * @param authors in lower case
 */
public record PostFields(
        String id,
        Set<String> tags,
        String language,
        Optional<String> site,
        Set<String> authors,
        Optional<Instant> published,
        WordAnswers words) {
    public PostFields {
        tags = Set.copyOf(tags);
        authors = Set.copyOf(authors);
    }

    /** The same, once words were looked for. */
    public PostFields with(WordAnswers answers) {
        return new PostFields(id, tags, language, site, authors, published, answers);
    }
}
