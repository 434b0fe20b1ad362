package dev.postwire.query.search;

import dev.postwire.query.post.Slug;
import dev.postwire.query.post.StorableText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a query from its parameters, each as it was typed and empty where it was not given. */
public final class PostQueryReader {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}(-[a-z0-9]{1,8}){0,8}");
    private static final int MOST_TAGS = 20;

    private PostQueryReader() {}

    /** The parameters of a list of posts, but for limit and cursor. */
    public record Typed(
            Optional<String> q,
            List<String> tags,
            Optional<String> language,
            Optional<String> site,
            Optional<String> author,
            Optional<String> from,
            Optional<String> to,
            Optional<String> sort,
            Optional<String> fold,
            Optional<String> recency) {}

    public static PostQuery read(Typed typed) throws MalformedQuery {
        Words words = WordsReader.read(typed.q().orElse(""));
        Optional<Instant> from = typed.from().isPresent()
                ? Optional.of(Parameters.from(typed.from().get()))
                : Optional.empty();
        Optional<Instant> until =
                typed.to().isPresent() ? Optional.of(Parameters.until(typed.to().get())) : Optional.empty();
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new MalformedQuery("to", "It is before from: nothing is published between them.");
        }
        return new PostQuery(
                words,
                tags(typed.tags()),
                typed.language().isPresent()
                        ? Optional.of(language(typed.language().get()))
                        : Optional.empty(),
                typed.site().map(PostQueryReader::site),
                typed.author().map(author -> name(author)),
                from,
                until,
                typed.sort().isPresent() ? Sort.parse(typed.sort().get().strip()) : Sort.RELEVANCE,
                yes("fold", typed.fold()),
                yes("recency", typed.recency()));
    }

    private static boolean yes(String parameter, Optional<String> typed) throws MalformedQuery {
        return typed.isEmpty() || Parameters.yes(parameter, typed.get());
    }

    private static List<String> tags(List<String> typed) throws MalformedQuery {
        if (typed.size() > MOST_TAGS) throw new MalformedQuery("tag", "Give at most " + MOST_TAGS + " tags.");
        List<String> slugs = typed.stream()
                .map(tag -> Slug.of(StorableText.of(tag)))
                .distinct()
                .sorted()
                .toList();
        if (slugs.contains("")) throw new MalformedQuery("tag", "Give a tag's name or slug.");
        return slugs;
    }

    private static String language(String typed) throws MalformedQuery {
        String range = LanguageNames.code(typed);
        if (LANGUAGE.matcher(range).matches()) return range;
        throw new MalformedQuery("language", "Write a language as BCP 47 does: en, de, pt-br, zh-hant.");
    }

    private static String site(String typed) {
        String host = name(typed);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /** As names are stored: lower case, one space between words. */
    private static String name(String typed) {
        return StorableText.of(typed).replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
