package dev.postwire.query.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which posts, in which order.
 *
 * @param tags slugs, all of which a post must have
 * @param language a BCP 47 range in lower case: {@code en} means {@code en-gb} as well
 * @param site a host in lower case, without {@code www.}
 * @param author a name in lower case
 * @param from published at that moment or later
 * @param until published before that moment
 * @param fold of posts that say the same only the best
 * @param recency of posts that answer nearly as well the newer first
 */
public record PostQuery(
        Words words,
        List<String> tags,
        Optional<String> language,
        Optional<String> site,
        Optional<String> author,
        Optional<Instant> from,
        Optional<Instant> until,
        Sort sort,
        boolean fold,
        boolean recency) {

    public PostQuery {
        tags = List.copyOf(tags);
        // Without words all match equally well.
        if (words.isEmpty() && sort == Sort.RELEVANCE) sort = Sort.PUBLISHED;
    }

    public PostQuery withWords(Words other) {
        return new PostQuery(other, tags, language, site, author, from, until, sort, fold, recency);
    }

    /** Of those the ones that have the tag as well. */
    public PostQuery withTag(String slug) {
        List<String> more = new ArrayList<>(tags);
        if (!more.contains(slug)) more.add(slug);
        return new PostQuery(words, more, language, site, author, from, until, sort, fold, recency);
    }

    /** What a cursor is bound to: equal for equal queries, and for no others. */
    public String identity() {
        return String.join("\u001F", String.valueOf(words), String.valueOf(tags), language + "", site + "", author + "")
                + String.join("\u001F", "", from + "", until + "", sort.label(), fold + "", recency + "");
    }
}
