package dev.postwire.enrich.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** All that a page says about itself: in JSON-LD, in its meta elements, and in its markup. */
final class PageClaims {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    /** Where themes put the name of the author, the surest first. */
    private static final List<String> BYLINES = List.of(
            "[itemprop=author] [itemprop=name]",
            "[rel=author]",
            "[itemprop=author]",
            ".author-name, .author__name, .byline-name, .entry-author-name",
            ".byline a, .byline .author, .post-author a, .entry-author a",
            "a[href*='/author/'], a[href*='/authors/']",
            ".author a, .author",
            ".byline, .post-author");
    /** What is said of other posts and by other people. */
    private static final String OTHERS = "aside, footer, nav, [class*=comment], [class*=related], [class*=sidebar]";

    private static final Pattern POST_TYPE =
            Pattern.compile(".*(?:Article|Posting|Report|WebPage|Recipe|Product|QAPage|HowTo|Review)");
    private static final Map<String, Field> META = Map.ofEntries(
            Map.entry("og:title", Field.TITLE),
            Map.entry("twitter:title", Field.TITLE),
            Map.entry("og:url", Field.URL),
            Map.entry("og:site_name", Field.SITE_NAME),
            Map.entry("og:description", Field.DESCRIPTION),
            Map.entry("description", Field.DESCRIPTION),
            Map.entry("author", Field.AUTHOR),
            Map.entry("article:published_time", Field.PUBLISHED),
            Map.entry("article:published", Field.PUBLISHED),
            Map.entry("datepublished", Field.PUBLISHED),
            Map.entry("date", Field.PUBLISHED),
            Map.entry("dc.date", Field.PUBLISHED),
            Map.entry("dc.date.issued", Field.PUBLISHED),
            Map.entry("dcterms.date", Field.PUBLISHED),
            Map.entry("pubdate", Field.PUBLISHED),
            Map.entry("publishdate", Field.PUBLISHED),
            Map.entry("publish-date", Field.PUBLISHED),
            Map.entry("published-date", Field.PUBLISHED),
            Map.entry("parsely-pub-date", Field.PUBLISHED),
            Map.entry("sailthru.date", Field.PUBLISHED),
            Map.entry("parsely-author", Field.AUTHOR),
            Map.entry("sailthru.author", Field.AUTHOR),
            Map.entry("article:author", Field.AUTHOR),
            Map.entry("dc.creator", Field.AUTHOR),
            Map.entry("article:modified_time", Field.UPDATED),
            Map.entry("article:tag", Field.TAG));

    private final List<Claim> claims = new ArrayList<>();

    private final List<Warning> warnings;

    private PageClaims(List<Warning> warnings) {
        this.warnings = warnings;
    }

    /** Adds what could not be read to {@code warnings}. */
    static List<Claim> of(Document page, List<Warning> warnings) {
        PageClaims found = new PageClaims(warnings);
        page.select("script[type=application/ld+json]").forEach(script -> found.jsonLd(script.data()));
        page.select("meta[content]").forEach(found::meta);
        found.markup(page);
        return found.claims;
    }

    private void jsonLd(String text) {
        try {
            node(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            warnings.add(new Warning("json-ld-malformed", "a JSON-LD block of the page was left out"));
        }
    }

    private void node(JsonNode node) {
        if (node == null) return;
        if (node.isArray()) node.forEach(this::node);
        node(node.get("@graph"));
        if (!isPost(node.path("@type"))) return;
        text(node, "headline", Field.TITLE);
        text(node, "datePublished", Field.PUBLISHED);
        text(node, "dateModified", Field.UPDATED);
        text(node, "inLanguage", Field.LANGUAGE);
        authors(node.path("author"));
    }

    private static boolean isPost(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) if (isPost(one)) return true;
            return false;
        }
        return POST_TYPE.matcher(type.asText("")).matches();
    }

    private void authors(JsonNode author) {
        if (author.isArray()) author.forEach(this::authors);
        else if (author.isObject()) authors(author.path("name"));
        else names(author.asText(""), Source.JSON_LD, "author");
    }

    private void text(JsonNode node, String name, Field field) {
        if (node.path(name).isTextual()) add(field, node.path(name).textValue(), Source.JSON_LD, name);
    }

    private void meta(Element meta) {
        String name = meta.hasAttr("property")
                ? meta.attr("property")
                : meta.hasAttr("name") ? meta.attr("name") : meta.attr("itemprop");
        Field field = META.get(name.toLowerCase(Locale.ROOT));
        if (field == Field.AUTHOR) names(meta.attr("content"), Source.META, name);
        else if (field != null) add(field, meta.attr("content"), Source.META, name);
    }

    private void markup(Document page) {
        first(page, "link[rel=canonical][href]", "href", Field.URL);
        first(page, "html[lang]", "lang", Field.LANGUAGE);
        first(
                page,
                "article time[datetime], time[datetime][pubdate], time[itemprop=datePublished]",
                "datetime",
                Field.PUBLISHED);
        Element heading = page.selectFirst("article h1, main h1, h1");
        if (heading != null) add(Field.TITLE, heading.text(), Source.MARKUP, "h1");
        bylines(page);
        Headline.of(page.body()).ifPresent(this::aroundTheHeading);
        page.select("a[rel=tag]").forEach(tag -> add(Field.TAG, tag.text(), Source.MARKUP, "rel=tag"));
        add(Field.TITLE, page.title(), Source.MARKUP, "title");
    }

    private void bylines(Document page) {
        for (String selector : BYLINES) {
            for (Element byline : page.select(selector)) {
                Optional<String> name = Bylines.name(byline.text());
                if (name.isPresent() && byline.closest(OTHERS) == null) {
                    names(name.get(), Source.MARKUP, selector);
                    return;
                }
            }
        }
    }

    private void aroundTheHeading(Headline headline) {
        Bylines.written(headline.after())
                .or(() -> Bylines.written(headline.before()))
                .ifPresent(name -> names(name, Source.TEXT, "beside the heading"));
        WrittenDates.first(headline.after())
                .or(() -> WrittenDates.first(headline.before()))
                .ifPresent(day -> add(Field.PUBLISHED, day.toString(), Source.TEXT, "beside the heading"));
    }

    private void names(String names, Source source, String place) {
        for (String part : Bylines.split(names)) {
            Bylines.name(part).ifPresent(name -> add(Field.AUTHOR, name, source, place));
        }
    }

    private void first(Document page, String selector, String attribute, Field field) {
        Element element = page.selectFirst(selector);
        if (element != null) add(field, element.attr(attribute), Source.MARKUP, selector);
    }

    /** Values in JSON-LD and meta elements are often escaped twice. */
    private void add(Field field, String value, Source source, String place) {
        String plain = value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, false);
        if (!plain.isBlank()) claims.add(new Claim(field, plain, source, place));
    }
}
