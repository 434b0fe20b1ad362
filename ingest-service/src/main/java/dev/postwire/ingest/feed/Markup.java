package dev.postwire.ingest.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML within feeds: from elements, to text, and with its links made whole. No more is understood of it than that needs. */
final class Markup {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    /** Those that stand in titles. What else stands in angle brackets is more likely meant as it stands. */
    private static final Pattern INLINE = Pattern.compile(
            "(?i)</?(?:a|abbr|acronym|b|big|br|cite|code|del|div|dfn|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|var)"
                    + "(?:\\s[^<>]{0,2000})?/?>");

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,4000}>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");
    private static final Pattern LINK = Pattern.compile(
            "(?i)(<[a-z][^<>]{0,2000}?\\s(?:href|src|poster|cite|longdesc|data)\\s{0,5}=\\s{0,5}[\"'])([^\"'<>]{1,2000})(?=[\"'])");

    private Markup() {}

    /** What is in the element, as HTML. */
    static String inner(Element element) {
        StringBuilder html = new StringBuilder();
        for (Object child : element.children()) append(html, child);
        return html.toString().strip();
    }

    /** The text of an HTML title: on one line, without tags. */
    static String text(String html) {
        return plain(TAG.matcher(Unseen.removed(html)).replaceAll(""), html);
    }

    /** The same of a title that may be HTML or not: only what is surely a tag goes. */
    static String textOfEither(String title) {
        return plain(INLINE.matcher(title).replaceAll(""), title);
    }

    static boolean likely(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find()
                || text.indexOf('&') >= 0 && !References.resolve(text).equals(text);
    }

    static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** The HTML with what it links to made absolute. Takes time with its length. */
    static String absolute(String html, URI base) {
        if (html.indexOf('=') < 0) return html;
        Matcher link = LINK.matcher(html);
        StringBuilder whole = new StringBuilder(html.length() + 64);
        while (link.find()) {
            String target = References.resolve(link.group(2).strip());
            String resolved = resolve(base, target);
            String shown = resolved.equals(target) ? link.group(2) : escape(resolved);
            link.appendReplacement(whole, Matcher.quoteReplacement(link.group(1) + shown));
        }
        return link.appendTail(whole).toString();
    }

    /** The reference as seen from the base; as it is where either is odd, or where it is whole already. */
    static String resolve(URI base, String reference) {
        if (base == null || reference.isEmpty() || reference.startsWith("#")) return reference;
        try {
            URI target = new URI(reference.replace(" ", "%20"));
            if (target.isAbsolute() || base.isOpaque()) return reference;
            // The JDK drops the last part of the base's path for a query alone (JDK-4708535).
            if (target.getRawPath().isEmpty() && target.getRawAuthority() == null) {
                String document = base.toString().replaceAll("[?#].*", "");
                return document + reference;
            }
            URI rooted = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
            return rooted.resolve(target).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return reference; // left to whoever reads the post, who is told where it came from
        }
    }

    static boolean web(String url) {
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String plain(String stripped, String whole) {
        String text = oneLine(References.resolve(stripped));
        return text.isEmpty() ? oneLine(References.resolve(whole)) : text;
    }

    private static void append(StringBuilder html, Object node) {
        if (!(node instanceof Element element)) {
            html.append(escape((String) node).replace("&quot;", "\""));
            return;
        }
        String tag = tag(element);
        html.append('<').append(tag);
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            if (attribute.getKey().startsWith("xmlns")) continue;
            html.append(' ')
                    .append(attribute.getKey())
                    .append("=\"")
                    .append(escape(attribute.getValue()))
                    .append('"');
        }
        if (VOID.contains(tag.toLowerCase(Locale.ROOT)) && element.children().isEmpty()) {
            html.append(" />");
            return;
        }
        html.append('>');
        for (Object child : element.children()) append(html, child);
        html.append("</").append(tag).append('>');
    }

    private static String tag(Element element) {
        return element.tag().substring(element.tag().indexOf(':') + 1);
    }
}
