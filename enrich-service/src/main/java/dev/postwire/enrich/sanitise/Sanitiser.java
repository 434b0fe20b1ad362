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
 * allowed goes; the words in it stay. Thread-safe; time is linear in the size of the tree.
 */
public final class Sanitiser {
    /** On a link: it leads to the full size of the image in it. Survives cleaning for the renderers, which leave it out. */
    public static final String FULL_SIZE = "data-full-size";

    /** On a {@code pre}: the programming language of what is in it, until {@link Flow} names it as CommonMark does. */
    static final String CODE_LANGUAGE = "data-code-language";

    /** Beyond these, links lose their addresses and images go: no post of a person's has more, and each costs a whole URL. */
    private static final int MOST_ADDRESSES = 2_000;

    private static final int LONGEST_URL = 2_048;
    private static final Pattern CODE_LANGUAGE_CLASS =
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
        return Flow.normalised(cleaner.clean(page).body());
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
                .addTags("sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var")
                .addAttributes("a", "href", "title", FULL_SIZE)
                .addAttributes("img", "src", "alt", "title", "width", "height")
                .addAttributes("pre", CODE_LANGUAGE)
                .addAttributes("ol", "start")
                .addAttributes("input", "type", "checked", "disabled")
                .addAttributes("td", "colspan", "rowspan", "align")
                .addAttributes("th", "colspan", "rowspan", "align", "scope")
                .addProtocols("a", "href", "http", "https", "mailto", "tel")
                .addProtocols("img", "src", "http", "https");
    }

    private static void nameCodeLanguages(Document page) {
        for (Element pre : page.select("pre")) {
            Element code = pre.selectFirst("> code");
            String names = (code == null ? "" : code.className() + " lang-" + code.attr("data-lang") + " ")
                    + pre.className()
                    + (pre.parent() == null ? "" : " " + pre.parent().className());
            Matcher language = CODE_LANGUAGE_CLASS.matcher(names);
            if (language.find()) pre.attr(CODE_LANGUAGE, language.group(1).toLowerCase(Locale.ROOT));
        }
    }

    /** What has no address that leads somewhere loses the attribute; {@link Flow} leaves such links and images out. */
    private static void makeAbsolute(Document page, Optional<URI> base) {
        int budget = MOST_ADDRESSES;
        for (Element element : page.select("a, img")) {
            String name = element.normalName().equals("a") ? "href" : "src";
            String text = name.equals("href") ? element.attr(name) : source(element);
            Optional<String> address = budget > 0 ? address(text, base) : Optional.empty();
            if (address.isPresent()) {
                element.attr(name, address.get());
                budget--;
            } else {
                element.removeAttr(name);
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
