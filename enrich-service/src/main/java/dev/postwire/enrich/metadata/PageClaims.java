package dev.postwire.enrich.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Warning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * All that a page says about itself, in JSON-LD, in its meta elements, in its markup and on screen: of each field the claim that
 * stands first is the most likely. The page is read once and left as it was.
 */
public final class PageClaims {
    private static final Pattern LIST = Pattern.compile("[,;，、]");
    private static final int MOST_TAGS = 100;
    private static final int LONGEST_TAG = 70;
    /** So many are a menu, or all the tags of a site. */
    private static final int MOST_LINKED = 12;

    private final Page page;
    private final PageScan scan;
    private final JsonLd ld = new JsonLd();
    private final SiteNames sites = new SiteNames();
    private Optional<String> address = Optional.empty();
    private final List<Claim> meta = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    private PageClaims(Document document) {
        page = new Page(document);
        scan = page.scan();
    }

    /** Adds what could not be read to {@code warnings}. */
    public static List<Claim> of(Document page, List<Warning> warnings) {
        return of(page, List.of(), warnings);
    }

    /**
     * @param said what is known of the page from elsewhere, e.g. its address
     * @param warnings gets what could not be read
     */
    public static List<Claim> of(Document page, List<Claim> said, List<Warning> warnings) {
        PageClaims found = new PageClaims(page);
        found.read(said, warnings);
        return found.claims;
    }

    private void read(List<Claim> said, List<Warning> warnings) {
        scan.meta().forEach(this::meta);
        scan.jsonLd().forEach(script -> ld.read(script.data()));
        if (!ld.isSound()) {
            warnings.add(new Warning("json-ld-malformed", "a part of the page's JSON-LD could not be read"));
        }
        add(Field.URL, scan.canonical(), Source.MARKUP, "link rel=canonical");
        all(Field.URL);
        sites(said);
        address = Stream.concat(said.stream(), claims.stream())
                .filter(claim -> claim.field() == Field.URL)
                .map(Claim::value)
                .findFirst();
        Optional<JsonNode> post = ld.post(titleWords());
        Titles titles = new Titles(page, titles(post), sites);
        page.isPost(post.isPresent()
                || scan.hasArticle()
                || !scan.times().isEmpty()
                || !metas(Field.PUBLISHED).isEmpty());
        page.headline(titles.headline());
        claims.addAll(titles.ranked(page.headline()));
        authors(post);
        dates(post);
        add(Field.LANGUAGE, scan.language(), Source.MARKUP, "lang");
        all(Field.LANGUAGE);
        all(Field.SITE_NAME);
        post.ifPresent(this::described);
        all(Field.DESCRIPTION);
        all(Field.IMAGE);
        post.ifPresent(node -> image(node.path("image")));
        tags(post);
    }

    private void meta(Element element) {
        String value = element.attributes().get("content");
        if (value.isEmpty()) return;
        for (String key : List.of("property", "name", "itemprop")) {
            String name = element.attributes().get(key);
            Field field = MetaNames.field(name);
            if (field != null && !value.isBlank()) {
                meta.add(new Claim(field, unescaped(value), Source.META, name));
                return;
            }
        }
    }

    private void sites(List<Claim> said) {
        metas(Field.SITE_NAME).forEach(claim -> sites.add(claim.value()));
        ld.sites().forEach(sites::add);
        claims.stream().filter(c -> c.field() == Field.URL).forEach(claim -> sites.addHost(claim.value()));
        said.stream().filter(c -> c.field() == Field.URL).forEach(claim -> sites.addHost(claim.value()));
    }

    private Set<String> titleWords() {
        Set<String> words = new HashSet<>();
        metas(Field.TITLE).forEach(claim -> words.add(Titles.words(sites.without(claim.value()))));
        words.add(Titles.words(sites.without(scan.title())));
        words.remove("");
        return words;
    }

    private List<Claim> titles(Optional<JsonNode> post) {
        List<Claim> titles = new ArrayList<>();
        post.map(JsonLd::title)
                .filter(t -> !t.isBlank())
                .ifPresent(t -> titles.add(new Claim(Field.TITLE, unescaped(t), Source.JSON_LD, "headline")));
        titles.addAll(metas(Field.TITLE));
        if (!scan.title().isBlank()) titles.add(new Claim(Field.TITLE, scan.title(), Source.MARKUP, "title"));
        return titles;
    }

    private void authors(Optional<JsonNode> post) {
        PageAuthors authors = new PageAuthors(page, sites);
        post.ifPresent(
                node -> authors.jsonLd(node.has("author") ? node.path("author") : node.path("creator"), ld, 4.4));
        if (post.isEmpty()) ld.page().ifPresent(node -> authors.jsonLd(node.path("author"), ld, 3.8));
        authors.meta(metas(Field.AUTHOR));
        page.headline().ifPresent(authors::written);
        authors.markup();
        claims.addAll(authors.ranked());
    }

    private void dates(Optional<JsonNode> post) {
        PageDates dates = new PageDates(page, order());
        post.ifPresent(node -> dates(dates, node, 6));
        ld.page().ifPresent(node -> dates(dates, node, 4.5));
        for (Claim claim : meta) {
            boolean dated = claim.field() == Field.PUBLISHED || claim.field() == Field.UPDATED;
            if (dated) dates.said(claim.field(), claim.value(), Source.META, claim.place(), 5);
        }
        dates.marked();
        address.ifPresent(dates::address);
        page.headline().ifPresent(dates::written);
        dates.anywhere();
        claims.addAll(dates.ranked());
    }

    private static void dates(PageDates dates, JsonNode node, double score) {
        dates.said(Field.PUBLISHED, node.path("datePublished").asText(""), Source.JSON_LD, "datePublished", score);
        dates.said(Field.PUBLISHED, node.path("dateCreated").asText(""), Source.JSON_LD, "dateCreated", score - 0.5);
        dates.said(Field.PUBLISHED, node.path("uploadDate").asText(""), Source.JSON_LD, "uploadDate", score - 0.5);
        dates.said(Field.UPDATED, node.path("dateModified").asText(""), Source.JSON_LD, "dateModified", score);
    }

    private WrittenDates.Order order() {
        String language = scan.language();
        boolean monthFirst = language.isEmpty()
                || language.equals("en")
                || language.startsWith("en-US")
                || language.startsWith("en_US");
        return monthFirst ? WrittenDates.Order.MONTH_FIRST : WrittenDates.Order.DAY_FIRST;
    }

    private void described(JsonNode post) {
        add(Field.DESCRIPTION, post.path("description").asText(""), Source.JSON_LD, "description");
    }

    private void image(JsonNode image) {
        if (image.isArray()) image(image.path(0));
        else if (image.isObject()) add(Field.IMAGE, image.path("url").asText(""), Source.JSON_LD, "image");
        else add(Field.IMAGE, image.asText(""), Source.JSON_LD, "image");
    }

    private void tags(Optional<JsonNode> post) {
        int before = claims.size();
        for (Claim claim : metas(Field.TAG)) tags(claim.value(), claim.source(), claim.place());
        post.ifPresent(node -> {
            tags(node.path("keywords"), "keywords");
            tags(node.path("articleSection"), "articleSection");
        });
        for (PageScan.Range range : scan.tags()) {
            Spot tag = page.spot(range);
            boolean own =
                    page.headline().map(headline -> headline.sharesPost(tag)).orElse(!tag.isIn(Place.OTHERS));
            // The page's text is kept for its beginning only, and tags mostly stand at its end.
            if (own) addTag(range.element().text(), Source.MARKUP, "rel=tag");
        }
        for (String tag : linkedTags()) addTag(tag, Source.MARKUP, "link to a tag");
        if (claims.size() - before > MOST_TAGS)
            claims.subList(before + MOST_TAGS, claims.size()).clear();
    }

    /** Of links that only their addresses tell, those beside the heading, in its article or in a list named for tags. */
    private List<String> linkedTags() {
        if (page.headline().isEmpty()) return List.of();
        Headline headline = page.headline().get();
        List<String> tags = new ArrayList<>();
        List<String> labelled = new ArrayList<>();
        List<String> linked = new ArrayList<>();
        for (PageScan.Range range : scan.labelled()) {
            Spot link = page.spot(range);
            if (headline.sharesPost(link) && !link.isIn(Place.SIDE))
                labelled.add(range.element().text());
        }
        if (labelled.size() <= MOST_LINKED) tags.addAll(labelled);
        for (PageScan.Range range : scan.tagLinks()) {
            Spot link = page.spot(range);
            boolean close = headline.isBeside(link)
                    || (link.article() != null
                            && link.article() == headline.spot().article())
                    || TagLinks.isInList(link.element());
            boolean own = close && headline.sharesPost(link) && !link.isIn(Place.OTHERS);
            if (own && !TagLinks.isInText(link.element()))
                linked.add(link.element().text());
        }
        if (linked.size() <= MOST_LINKED) tags.addAll(linked);
        return tags;
    }

    private void tags(JsonNode keywords, String place) {
        if (keywords.isArray()) keywords.forEach(one -> tags(one, place));
        else if (keywords.isObject()) tags(keywords.path("name"), place);
        else tags(keywords.asText(""), Source.JSON_LD, place);
    }

    private void tags(String list, Source source, String place) {
        String[] tags = LIST.split(list);
        // A description in the place of keywords falls apart into no tags at all.
        for (String tag : tags) if (tag.length() > LONGEST_TAG) return;
        for (String tag : tags) addTag(tag, source, place);
    }

    private void addTag(String tag, Source source, String place) {
        String words = tag.strip();
        if (words.startsWith("#")) words = words.substring(1).strip();
        if (TagWords.areTag(words)) add(Field.TAG, words, source, place);
    }

    private List<Claim> metas(Field field) {
        return meta.stream().filter(claim -> claim.field() == field).toList();
    }

    private void all(Field field) {
        claims.addAll(metas(field));
    }

    private void add(Field field, String value, Source source, String place) {
        if (!value.isBlank()) claims.add(new Claim(field, unescaped(value), source, place));
    }

    /** Values in JSON-LD and meta elements are often escaped twice. */
    private static String unescaped(String value) {
        return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, false);
    }
}
