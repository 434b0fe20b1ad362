package dev.postwire.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Entries of Atom 1.0 (RFC 4287) and 0.3, RSS 0.9x, 1.0 and 2.0, and CDF. What an entry does not say is taken from its feed: authors,
 * language, the address its links are seen from.
 */
final class XmlFeed {
    private static final int MOST_AUTHORS = 50;
    private static final int MOST_TAGS = 100;
    private static final String[] AUTHORS = {"author", "dc:creator", "dc:author", "itunes:author"};
    private static final String[] FEED_AUTHORS = {"author", "managingeditor", "dc:creator", "dc:author", "itunes:author"
    };
    private static final String[] TITLES = {"title", "dc:title", "itunes:title", "media:title"};
    private static final String[] FULL = {"content", "content:encoded", "xhtml:body", "body", "fullitem"};
    private static final String[] SHORT = {
        "description", "summary", "abstract", "dc:description", "itunes:summary", "media:description", "tagline"
    };
    private static final String[] PUBLISHED = {
        "published", "issued", "pubdate", "dcterms:issued", "dc:date", "dcterms:created", "created"
    };
    private static final String[] UPDATED = {"updated", "modified", "dcterms:modified", "lastmod", "atom:updated"};
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\"]{1,100}@[^\\s<>()\"]{1,200}");
    private static final Pattern BRACKETS = Pattern.compile("[()<>\\[\\]]");

    private final Element feed;
    private final boolean atom;
    private final URI address;
    private final Optional<String> language;

    private XmlFeed(Element root, Element feed, FeedSource source) {
        this.feed = feed;
        this.atom = root.name().equals("feed") || root.name().equals("entry");
        this.address = source.address().orElse(null);
        this.language = source.language();
    }

    /** The entries in their order; throws where the root is that of no feed. */
    static List<Entry> entries(Element root, FeedSource source) throws MalformedFeedException {
        Element channel =
                switch (root.name()) {
                    case "feed", "entry", "channel" -> root;
                    case "rss", "rdf:rdf", "rdf" ->
                        root.all("channel", "rss:channel").stream().findFirst().orElse(root);
                    default -> throw new MalformedFeedException("is XML, but neither Atom nor RSS nor CDF", 1, 1);
                };
        XmlFeed reader = new XmlFeed(root, channel, source);
        Stream<Element> items = root.name().equals("entry")
                ? Stream.of(root)
                : Stream.of(root, channel)
                        .distinct()
                        .flatMap(parent -> parent.all("entry", "item", "rss:item").stream());
        return items.map(reader::entry).toList();
    }

    private Entry entry(Element item) {
        Optional<String> link = link(item);
        Optional<String> guid = item.first("id", "guid", "atom:id")
                .map(id -> id.text().startsWith("/") ? Markup.resolve(base(id), id.text()) : id.text())
                .or(() -> item.attribute("about").filter(about -> !atom));
        Optional<String> url =
                link.or(() -> permalink(item)).or(() -> item.attribute("about")).filter(XmlFeed::web);
        List<Entry.Author> authors = authors(item, AUTHORS);
        if (authors.isEmpty())
            authors =
                    item.first("source").map(source -> authors(source, AUTHORS)).orElse(List.of());
        if (authors.isEmpty()) authors = authors(feed, FEED_AUTHORS);
        return new Entry(
                guid,
                url,
                title(item),
                authors,
                date(item, PUBLISHED),
                date(item, UPDATED).or(() -> item.attribute("lastmod").flatMap(FeedDate::read)),
                tags(item),
                language(item),
                content(item));
    }

    private Optional<String> title(Element item) {
        return item.first(TITLES)
                .map(title -> {
                    Entry.Content content = construct(title);
                    boolean said = content.html()
                            && (atom
                                    || title.hasMarkup()
                                    || title.attribute("type").isPresent());
                    if (said) return Markup.text(content.text());
                    return content.html() ? Markup.textOfEither(content.text()) : Markup.oneLine(content.text());
                })
                .filter(title -> !title.isEmpty());
    }

    private Optional<String> link(Element item) {
        Optional<Element> best = item.all("link", "atom:link", "rss:link").stream()
                .filter(link -> reference(link).isPresent())
                .filter(link -> rank(link) < 3)
                .min(java.util.Comparator.comparingInt(XmlFeed::rank));
        return best.map(link -> Markup.resolve(base(link), reference(link).orElseThrow()))
                .or(() -> item.attribute("href").map(href -> Markup.resolve(base(item), href)));
    }

    /** A page comes before what else is the same in another form, and what is something else does not count. */
    private static int rank(Element link) {
        String relation = link.attribute("rel").orElse("alternate").toLowerCase(Locale.ROOT);
        if (!relation.equals("alternate") && !relation.endsWith("#alternate")) return 3;
        String type = link.attribute("type").orElse("text/html").toLowerCase(Locale.ROOT);
        return type.contains("html") ? 0 : 1;
    }

    private static Optional<String> reference(Element link) {
        return link.attribute("href").or(() -> Optional.of(link.text()).filter(text -> !text.isEmpty()));
    }

    private Optional<String> permalink(Element item) {
        return item.first("guid")
                .filter(guid -> !guid.attribute("ispermalink").orElse("true").equalsIgnoreCase("false"))
                .map(guid -> Markup.resolve(base(guid), guid.text()));
    }

    private List<Entry.Author> authors(Element element, String... names) {
        List<Entry.Author> authors = new ArrayList<>();
        for (String name : names) {
            for (Element author : element.all(name)) author(author).ifPresent(authors::add);
            if (!authors.isEmpty()) break;
        }
        return authors.stream().distinct().limit(MOST_AUTHORS).toList();
    }

    private Optional<Entry.Author> author(Element author) {
        Optional<String> name = author.first("name", "atom:name").map(Element::text);
        Optional<String> url = author.first("uri", "url", "homepage", "atom:uri")
                .map(page -> Markup.resolve(base(page), page.text()))
                .filter(XmlFeed::web);
        if (author.hasMarkup()) {
            return name.or(() -> author.first("email", "atom:email").map(Element::text))
                    .or(() -> url)
                    .map(found -> new Entry.Author(Markup.oneLine(found), url.orElse(null)));
        }
        return Optional.of(person(author.text()))
                .filter(text -> !text.isEmpty())
                .map(text -> new Entry.Author(text, null));
    }

    /** RSS has an address and a name in one: {@code ida@example.org (Ida Berg)}, {@code Ida Berg <ida@example.org>}. */
    private static String person(String text) {
        String name = Markup.oneLine(References.resolve(text));
        Matcher address = ADDRESS.matcher(name);
        if (!address.find()) return name;
        String rest = Markup.oneLine(BRACKETS.matcher(address.replaceFirst(" ").replace("mailto:", ""))
                .replaceAll(" "));
        return rest.isEmpty() ? address.group() : rest;
    }

    /** Where a date is there twice, the later element is the correction of the earlier. */
    private static Optional<String> date(Element item, String... names) {
        for (String name : names) {
            Optional<String> last = item.all(name).stream()
                    .flatMap(date -> FeedDate.read(date.text()).stream())
                    .reduce((earlier, later) -> later);
            if (last.isPresent()) return last;
        }
        return Optional.empty();
    }

    private static List<String> tags(Element item) {
        Set<String> tags = new LinkedHashSet<>();
        for (Element category : item.all("category", "dc:subject", "atom:category", "rss:category")) {
            category.attribute("label")
                    .or(() -> category.attribute("term"))
                    .or(() -> Optional.of(category.text()))
                    .map(tag -> Markup.oneLine(References.resolve(tag)))
                    .filter(tag -> !tag.isEmpty())
                    .ifPresent(tags::add);
        }
        item.first("itunes:keywords", "media:keywords").ifPresent(keywords -> {
            for (String tag : keywords.text().split(",")) {
                if (!tag.isBlank()) tags.add(Markup.oneLine(tag));
            }
        });
        return tags.stream().limit(MOST_TAGS).toList();
    }

    private Optional<String> language(Element item) {
        Element nearest = item.first(FULL)
                .or(() -> item.first(SHORT))
                .or(() -> item.first(TITLES))
                .orElse(item);
        return item.first("dc:language", "language")
                .map(Element::text)
                .or(() -> nearest.inherited("xml:lang").filter(said -> !said.isEmpty()))
                .or(() -> feed.first("language", "dc:language").map(Element::text))
                .or(() -> language);
    }

    private Optional<Entry.Content> content(Element item) {
        return written(item).or(() -> item.first("media:group", "media:content").flatMap(this::written));
    }

    private Optional<Entry.Content> written(Element item) {
        return Stream.concat(item.all(FULL).stream(), item.all(SHORT).stream())
                .map(element -> {
                    Entry.Content content = construct(element);
                    if (!content.html() || base(element) == null) return content;
                    return new Entry.Content(true, Markup.absolute(content.text(), base(element)));
                })
                .filter(content -> !content.text().isBlank())
                .findFirst();
    }

    /** A text in one of the ways in which feeds hold them; {@code html} is true where it is, or may be, HTML. */
    private Entry.Content construct(Element element) {
        String type = element.attribute("type").orElse("").toLowerCase(Locale.ROOT);
        String mode = element.attribute("mode").orElse("").toLowerCase(Locale.ROOT);
        if (mode.equals("base64") || binary(type)) return decoded(element, type);
        if (element.hasMarkup()) return new Entry.Content(true, Markup.inner(unwrapped(element)));
        String text = element.text();
        if (type.contains("html")) return new Entry.Content(true, text);
        if (type.startsWith("text")) return new Entry.Content(false, text);
        return new Entry.Content(atom ? mode.equals("escaped") && Markup.likely(text) : Markup.likely(text), text);
    }

    private static boolean binary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.contains("xml") && !type.contains("html");
    }

    private static Entry.Content decoded(Element element, String type) {
        try {
            String text = FeedText.of(Base64.getMimeDecoder().decode(element.text()), null)
                    .strip();
            return new Entry.Content(!type.startsWith("text/plain") && Markup.likely(text), text);
        } catch (IllegalArgumentException e) {
            return new Entry.Content(false, element.text());
        }
    }

    /** XHTML stands in a {@code div} that is no part of it (RFC 4287, section 3.1.1.3). */
    private static Element unwrapped(Element element) {
        List<Object> inner = element.children().stream()
                .filter(child -> !(child instanceof String text) || !text.isBlank())
                .toList();
        boolean xhtml = element.attribute("type").orElse("").equals("xhtml")
                || element.attribute("type").orElse("").contains("xhtml+xml");
        boolean wrapped = xhtml
                && inner.size() == 1
                && inner.get(0) instanceof Element only
                && local(only).equals("div");
        return wrapped ? (Element) inner.get(0) : element;
    }

    private static String local(Element element) {
        return element.tag().substring(element.tag().indexOf(':') + 1);
    }

    /** Where links are seen from: each {@code xml:base} from the element outwards, then the feed's own address. */
    private URI base(Element element) {
        List<String> bases = new ArrayList<>();
        for (Element at = element; at != null; at = at.parent().orElse(null)) {
            String base = at.attributes().get("xml:base");
            if (base != null) bases.add(0, base.strip());
        }
        URI base = address;
        for (String next : bases)
            base = FeedSource.uri(Markup.resolve(base, next)).orElse(base);
        return base;
    }

    private static boolean web(String url) {
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    }
}
