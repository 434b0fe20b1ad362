package dev.postwire.enrich.sanitise;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Leaves only markup of an allow-list, so that the result is inert in any page, and makes every address absolute. What is not
 * allowed goes; the words in it stay. Thread-safe.
 */
public final class Sanitiser {
    /** On a link: it leads to the full size of the image in it. Survives cleaning for the renderers, which leave it out. */
    public static final String FULL_SIZE = "data-full-size";

    /** Beyond these, links lose their addresses and images go: no post of a person's has more, and each costs a whole URL. */
    private static final int MOST_ADDRESSES = 2_000;

    private static final int LONGEST_URL = 2_048;
    private static final Pattern CODE_LANGUAGE =
            Pattern.compile("(?:^|\\s)(?:language-|lang-|highlight-source-|brush:\\s?)([A-Za-z0-9+#.-]{1,30})");
    /** Elements that only group others: their edges matter, their names do not. */
    private static final String GROUPS =
            "section, article, main, header, footer, address, center, fieldset, form, details,"
                    + " summary, hgroup, aside, nav, body";

    private final Cleaner cleaner = new Cleaner(safelist());

    /** A clean copy's body; {@code base} is where relative addresses start from. */
    public Element sanitise(Element main, Optional<URI> base) {
        Document page = Document.createShell(base.map(URI::toString).orElse(""));
        page.body().appendChild(main.clone());
        page.select(GROUPS).forEach(group -> {
            if (group != page.body()) group.tagName("div");
        });
        nameCodeLanguages(page);
        makeAbsolute(page, base);
        Element body = cleaner.clean(page).body();
        body.select("input:not([type=checkbox])").remove();
        Flow.normalise(body);
        return body;
    }

    private static Safelist safelist() {
        return new Safelist()
                .addTags(
                        "a",
                        "abbr",
                        "b",
                        "blockquote",
                        "br",
                        "caption",
                        "cite",
                        "code",
                        "dd",
                        "del",
                        "dfn",
                        "div",
                        "dl",
                        "dt")
                .addTags(
                        "em",
                        "figcaption",
                        "figure",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "hr",
                        "i",
                        "img",
                        "input",
                        "ins")
                .addTags(
                        "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "strong",
                        "sub")
                .addTags("sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var")
                .addAttributes("a", "href", "title", FULL_SIZE)
                .addAttributes("img", "src", "alt", "title", "width", "height")
                .addAttributes("code", "class")
                .addAttributes("ol", "start")
                .addAttributes("input", "type", "checked", "disabled")
                .addAttributes("td", "colspan", "rowspan", "align")
                .addAttributes("th", "colspan", "rowspan", "align", "scope")
                .addAttributes("time", "datetime")
                .addProtocols("a", "href", "http", "https", "mailto", "tel")
                .addProtocols("img", "src", "http", "https");
    }

    /** Leaves of an element's classes only the programming language of a code block, as CommonMark writes it. */
    private static void nameCodeLanguages(Document page) {
        for (Element code : page.select("pre > code, pre:not(:has(code))")) {
            Element pre = code.normalName().equals("pre") ? code : code.parent();
            String names = code.className() + " " + pre.className() + " lang-" + code.attr("data-lang") + " "
                    + (pre.parent() == null ? "" : pre.parent().className());
            Matcher language = CODE_LANGUAGE.matcher(names);
            String name = language.find() ? "language-" + language.group(1).toLowerCase(Locale.ROOT) : "";
            Element target = code == pre ? wrapped(pre) : code;
            if (!name.isEmpty()) target.attr("data-code", name);
        }
        page.select("code").forEach(code -> {
            String name = code.attr("data-code");
            code.clearAttributes();
            if (!name.isEmpty()) code.attr("class", name);
        });
    }

    private static Element wrapped(Element pre) {
        Element code = new Element("code");
        List.copyOf(pre.childNodes()).forEach(code::appendChild);
        pre.appendChild(code);
        return code;
    }

    private static void makeAbsolute(Document page, Optional<URI> base) {
        int budget = MOST_ADDRESSES;
        for (Element element : page.select("a[href], img")) {
            boolean link = element.normalName().equals("a");
            Optional<String> address =
                    budget > 0 ? address(link ? element.attr("href") : source(element), base) : Optional.empty();
            if (address.isPresent()) {
                element.attr(link ? "href" : "src", address.get());
                budget--;
            } else if (link) {
                element.unwrap();
            } else {
                element.remove();
            }
        }
    }

    /** Where a page loads its images late, their address stands in another attribute. */
    private static String source(Element image) {
        for (String name : List.of("data-src", "data-lazy-src", "data-original")) {
            if (image.hasAttr(name)) return image.attr(name);
        }
        return image.attr("src");
    }

    private static Optional<String> address(String text, Optional<URI> base) {
        String trimmed = text.strip().replace(" ", "%20");
        if (trimmed.isEmpty() || trimmed.startsWith("#") || trimmed.length() > LONGEST_URL) return Optional.empty();
        try {
            URI uri = URI.create(trimmed);
            URI absolute = base.isPresent() && !uri.isAbsolute() ? base.get().resolve(uri) : uri;
            return absolute.isAbsolute() ? Optional.of(absolute.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not a URI by the letter, but what browsers follow; the allow-list of protocols still applies.
            boolean web =
                    trimmed.regionMatches(true, 0, "http://", 0, 7) || trimmed.regionMatches(true, 0, "https://", 0, 8);
            return web ? Optional.of(trimmed) : Optional.empty();
        }
    }
}
