package dev.postwire.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.testing.SharedTar;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every well-formed feed of feedparser's collection yields what its own comment says of title, link, date, author and content. Markup
 * is compared by its text, for what of it is safe is decided later, by the enricher.
 */
class SharedFeedsTest {
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(script|style|applet)\\b.*?(?:</\\1\\s*>|$)|<!--.*?-->");

    /** Broken on purpose, so that what of it is script is for the sanitiser to say. */
    private static final String BROKEN = "_crazy";

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("title_detail.value", "title"),
            Map.entry("link", "link"),
            Map.entry("id", "id"),
            Map.entry("guid", "id"),
            Map.entry("published", "date"),
            Map.entry("published_parsed", "date"),
            Map.entry("updated", "date"),
            Map.entry("updated_parsed", "date"),
            Map.entry("created", "date"),
            Map.entry("created_parsed", "date"),
            Map.entry("author", "author"),
            Map.entry("author_detail.name", "author"),
            Map.entry("authors.name", "author"),
            Map.entry("author_detail.url", "author url"),
            Map.entry("authors.url", "author url"),
            Map.entry("content.value", "content"),
            Map.entry("description", "content"),
            Map.entry("summary", "content"),
            Map.entry("summary_detail.value", "content"));

    @Test
    void everyWellFormedFeedYieldsWhatItsCommentSays() throws IOException {
        Map<String, int[]> shares = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, byte[]> file :
                SharedTar.files("hostile/feeds.tar.gz").entrySet()) {
            if (!file.getKey().contains("wellformed/")) continue;
            String text = FeedText.of(file.getValue(), null);
            List<Entry> entries = read(file.getValue(), text, missed, file.getKey());
            for (Expectation expectation : Expectation.of(text)) {
                String kind = KEYS.get(expectation.key());
                if (kind == null || file.getKey().contains(BROKEN) || besideContent(expectation, text)) continue;
                boolean met = expectation.entry() < entries.size()
                        && met(kind, expectation.value(), entries.get(expectation.entry()));
                int[] share = shares.computeIfAbsent(kind, first -> new int[2]);
                share[1]++;
                if (met) share[0]++;
                else
                    missed.add(file.getKey().replaceAll(".*wellformed/", "") + " " + expectation + " found "
                            + (expectation.entry() < entries.size()
                                    ? entries.get(expectation.entry()).title() + " "
                                            + entries.get(expectation.entry()).url() + " "
                                            + entries.get(expectation.entry()).published()
                                            + entries.get(expectation.entry()).updated()
                                            + entries.get(expectation.entry()).authors()
                                            + entries.get(expectation.entry())
                                                    .content()
                                                    .map(Entry.Content::text)
                                    : "nothing"));
            }
        }
        shares.forEach((kind, share) -> System.out.println(kind + ": " + share[0] + " of " + share[1]));
        assertTrue(shares.values().stream().mapToInt(share -> share[1]).sum() > 850, shares.toString());
        assertEquals("", String.join("\n", missed));
    }

    /** A post has one content, and the full one where there is one beside a summary. */
    private static boolean besideContent(Expectation expectation, String feed) {
        boolean second =
                expectation.key().startsWith("summary") || expectation.key().startsWith("content");
        return second && feed.contains("<summary") && (feed.contains("<content") || feed.contains("<description"));
    }

    private static List<Entry> read(byte[] bytes, String text, List<String> missed, String name) {
        try {
            String location = Expectation.header(text, "Content-Location");
            URI address = URI.create("http://127.0.0.1:8097/" + name.replaceAll(".*tests/", "tests/"));
            Optional<URI> base =
                    FeedSource.uri(Markup.resolve(address, location.startsWith("javascript") ? "" : location));
            return FeedReader.read(
                    bytes, new FeedSource(base.or(() -> Optional.of(address)), Optional.empty(), Optional.empty()));
        } catch (MalformedFeedException e) {
            missed.add(name + " " + e.getMessage() + " " + e.line() + ":" + e.column());
            return List.of();
        }
    }

    private static boolean met(String kind, String value, Entry entry) {
        return switch (kind) {
            case "title" -> same(value, entry.title().orElse(""));
            case "link" -> entry.url().orElse("").equals(value);
            case "id" -> entry.guid().orElse("").equals(value);
            case "author" ->
                entry.authors().stream().anyMatch(author -> value.replaceAll("\\s*\\(.*@.*\\)$", "")
                        .equals(author.name()));
            case "author url" -> entry.authors().stream().anyMatch(author -> value.equals(author.url()));
            case "date" ->
                Stream.of(entry.published(), entry.updated())
                        .flatMap(Optional::stream)
                        .anyMatch(date -> sameTime(value, date));
            default -> same(value, entry.content().map(Entry.Content::text).orElse(""));
        };
    }

    private static boolean sameTime(String value, String date) {
        if (!value.startsWith("(")) return FeedDate.read(value).orElse(value).equals(date);
        String[] parts = value.replaceAll("[() ]", "").split(",");
        int[] n = Stream.of(parts).mapToInt(Integer::parseInt).toArray();
        OffsetDateTime expected = OffsetDateTime.of(n[0], n[1], n[2], n[3], n[4], n[5], 0, ZoneOffset.UTC);
        return date.contains("T")
                ? expected.isEqual(OffsetDateTime.parse(date))
                : expected.toString().startsWith(date);
    }

    private static boolean same(String expected, String found) {
        return found.equals(expected)
                || text(expected).equals(text(found))
                || text(expected).equals(text(References.resolve(found)))
                || References.resolve(expected.replaceAll("</?(?:p|div)>", "")).equals(found);
    }

    private static String text(String html) {
        String seen = UNSEEN.matcher(html).replaceAll("");
        return References.resolve(seen.replaceAll("<[^<>]*>", " "))
                .replaceAll("[\\s\\u00a0]+", "")
                .strip();
    }
}
