package dev.postwire.enrich.extract;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.read.Dates;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Weighs the claims about a post: the most trusted source that makes sense wins, and one that makes no sense is a warning. */
final class MetadataResolver {
    private static final int MAX_URL_LENGTH = 2048;

    private final List<Claim> claims;
    private final List<Warning> warnings;

    private MetadataResolver(List<Claim> claims, List<Warning> warnings) {
        // Stable: within one source the order of the claims stays.
        this.claims = claims.stream()
                .filter(claim -> !claim.value().isEmpty())
                .sorted(Comparator.comparing(Claim::source))
                .toList();
        this.warnings = warnings;
    }

    /** Adds what was odd to {@code warnings}. */
    static Metadata resolve(List<Claim> claims, List<Warning> warnings) {
        MetadataResolver resolver = new MetadataResolver(claims, warnings);
        Optional<Moment> published = resolver.best(Field.PUBLISHED, Dates::parse, "date-unreadable");
        if (published.isEmpty()) {
            warnings.add(new Warning("no-date", "nothing says when it was published, so there is no date"));
        }
        return new Metadata(
                resolver.best(Field.URL, MetadataResolver::absolute, ""),
                Titles.choose(
                        resolver.all(Field.TITLE),
                        resolver.all(Field.SITE_NAME).stream().map(Claim::value).findFirst()),
                resolver.authors(),
                published,
                resolver.best(Field.UPDATED, Dates::parse, "date-unreadable"),
                resolver.best(Field.LANGUAGE, MetadataResolver::languageTag, "language-unreadable"),
                resolver.all(Field.TAG));
    }

    private List<Claim> all(Field field) {
        return claims.stream().filter(claim -> claim.field() == field).toList();
    }

    /** @param warning the code for a claim that cannot be read; empty where that is nothing to speak of */
    private <T> Optional<T> best(Field field, Function<String, Optional<T>> reading, String warning) {
        for (Claim claim : all(field)) {
            Optional<T> value = reading.apply(claim.value());
            if (value.isPresent()) return value;
            if (!warning.isEmpty()) {
                warnings.add(new Warning(warning, claim.origin() + " cannot be read, so it was left out"));
            }
        }
        return Optional.empty();
    }

    /** Only the most trusted source that names any: sources spell the same people differently. */
    private List<Metadata.Author> authors() {
        List<Claim> named = all(Field.AUTHOR);
        if (named.isEmpty()) return List.of();
        Source source = named.get(0).source();
        List<Claim> urls = all(Field.AUTHOR_URL).stream()
                .filter(claim -> claim.source() == source)
                .toList();
        Map<String, Metadata.Author> authors = new LinkedHashMap<>();
        named.stream()
                .filter(claim -> claim.source() == source)
                .forEach(claim -> authors.putIfAbsent(
                        claim.value().toLowerCase(Locale.ROOT),
                        new Metadata.Author(claim.value(), at(claim.place(), urls))));
        List<Metadata.Author> list = new ArrayList<>(authors.values());
        if (list.size() == 1 && !urls.isEmpty())
            return List.of(new Metadata.Author(
                    list.get(0).name(), Optional.of(urls.get(0).value())));
        return list;
    }

    /** The address said in an author's own place. */
    private static Optional<String> at(String place, List<Claim> urls) {
        return urls.stream()
                .filter(claim -> claim.place().equals(place))
                .map(Claim::value)
                .findFirst();
    }

    private static Optional<URI> absolute(String text) {
        if (text.length() > MAX_URL_LENGTH) return Optional.empty();
        try {
            URI uri = new URI(text).normalize();
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) return Optional.empty();
            return Optional.of(new URI(
                            uri.getScheme().toLowerCase(Locale.ROOT),
                            null,
                            uri.getHost().toLowerCase(Locale.ROOT),
                            uri.getPort(),
                            null,
                            null,
                            null)
                    .resolve(pathAndQuery(uri)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without the fragment: it names a place in the document, not another document. */
    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Optional<String> languageTag(String text) {
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return tag.equals("und") ? Optional.empty() : Optional.of(tag);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
