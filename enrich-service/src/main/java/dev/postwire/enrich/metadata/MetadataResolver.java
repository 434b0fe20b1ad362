package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.read.Dates;
import dev.postwire.enrich.word.LowerCase;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Weighs the claims about a post: the most trusted source that makes sense wins, and one that makes no sense is a warning. */
public final class MetadataResolver {
    private static final int MAX_URL_LENGTH = 2048;
    /** Claims beyond these, by trust, are not looked at. */
    private static final int MOST_OF_A_FIELD = 500;
    /** In code points. */
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final Map<Field, List<Claim>> claims = new EnumMap<>(Field.class);
    private final List<Warning> warnings;

    private MetadataResolver(List<Claim> claims, List<Warning> warnings) {
        List<Claim> sorted = new ArrayList<>(claims);
        // Stable: the claims of one source, and all that a page makes, stand in the order of their trust.
        sorted.sort(Comparator.comparing(MetadataResolver::rank));
        for (Claim claim : sorted) {
            if (claim.value().isEmpty()) continue;
            this.claims
                    .computeIfAbsent(claim.field(), field -> new ArrayList<>())
                    .add(claim);
        }
        this.warnings = warnings;
    }

    private static Source rank(Claim claim) {
        return claim.source().compareTo(Source.JSON_LD) > 0 ? Source.JSON_LD : claim.source();
    }

    /** Adds what was odd to {@code warnings}. */
    public static Metadata resolve(List<Claim> claims, List<Warning> warnings) {
        MetadataResolver resolver = new MetadataResolver(claims, warnings);
        Optional<Moment> published = resolver.best(Field.PUBLISHED, MetadataResolver::moment, "date-unreadable");
        Optional<Moment> updated = resolver.best(Field.UPDATED, MetadataResolver::moment, "date-unreadable");
        if (published.isEmpty() && updated.isPresent()) {
            published = updated;
            warnings.add(new Warning(
                    "published-unknown", "nothing says when it was first published; the day it was updated stands in"));
        } else if (published.isEmpty()) {
            warnings.add(new Warning("no-date", "nothing says when it was published, so there is no date"));
        }
        Optional<URI> url = resolver.best(Field.URL, MetadataResolver::absolute, "");
        new Conflicts(resolver::all, warnings).tell();
        return new Metadata(
                url,
                resolver.all(Field.TITLE).stream().map(Claim::value).findFirst(),
                resolver.authors(),
                published,
                updated,
                resolver.best(Field.LANGUAGE, LanguageTags::of, "language-unreadable"),
                resolver.best(Field.DESCRIPTION, MetadataResolver::cut, ""),
                resolver.best(Field.IMAGE, image -> absolute(image, url), ""),
                resolver.all(Field.TAG));
    }

    private List<Claim> all(Field field) {
        List<Claim> said = claims.getOrDefault(field, List.of());
        return said.subList(0, Math.min(MOST_OF_A_FIELD, said.size()));
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

    static Optional<Moment> moment(String text) {
        return Dates.parse(text).or(() -> WrittenDates.first(text).flatMap(day -> Dates.parse(day.toString())));
    }

    /** Only the most trusted place that names any: places spell the same people differently. */
    private List<Metadata.Author> authors() {
        List<Claim> named = all(Field.AUTHOR);
        if (named.isEmpty()) return List.of();
        Claim first = named.get(0);
        Source source = first.source();
        List<Claim> urls = all(Field.AUTHOR_URL).stream()
                .filter(claim -> claim.source() == source)
                .toList();
        Map<String, Metadata.Author> authors = new LinkedHashMap<>();
        named.stream()
                .filter(claim -> claim.source() == source && isSamePlace(claim, first))
                .forEach(claim -> authors.putIfAbsent(
                        LowerCase.of(claim.value()), new Metadata.Author(claim.value(), at(claim.place(), urls))));
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

    private static boolean isSamePlace(Claim claim, Claim first) {
        return rank(first) != Source.JSON_LD || claim.place().equals(first.place());
    }

    private static Optional<URI> absolute(String text) {
        if (text.length() > MAX_URL_LENGTH) return Optional.empty();
        try {
            URI uri = new URI(text).normalize();
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) return Optional.empty();
            return Optional.of(new URI(
                            LowerCase.of(uri.getScheme()),
                            null,
                            LowerCase.of(uri.getHost()),
                            uri.getPort(),
                            null,
                            null,
                            null)
                    .resolve(pathAndQuery(uri)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An address that may be relative to the post's. */
    private static Optional<URI> absolute(String text, Optional<URI> base) {
        Optional<URI> absolute = absolute(text);
        if (absolute.isPresent() || base.isEmpty() || text.length() > MAX_URL_LENGTH) return absolute;
        try {
            return absolute(base.get().resolve(text).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION) return Optional.of(text);
        return Optional.of(text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION)));
    }

    /** Without the fragment: it names a place in the document, not another document. */
    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
