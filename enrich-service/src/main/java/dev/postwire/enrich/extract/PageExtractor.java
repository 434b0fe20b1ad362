package dev.postwire.enrich.extract;

import dev.postwire.enrich.extract.Extractor.MainContent;
import dev.postwire.enrich.tree.Pruning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The main content of a whole page: what is plainly something else goes, then each paragraph's words, less those in links, count
 * for the elements around it, and the element with the highest sum is the content. After Arc90's Readability in outline.
 */
final class PageExtractor {
    private static final String NEVER_SHOWN = "script, style, template, svg, canvas, iframe, object, embed";
    private static final String NEVER_CONTENT =
            "noscript, dialog, nav, footer, aside, button, select, input:not([type=checkbox]), textarea, [hidden], [aria-hidden=true],"
                    + " [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], [role=dialog]";
    private static final Pattern BOILERPLATE_NAME = Pattern.compile("(?i)(?:^|[\\s_-])(?:share|sharing|social|related|"
            + "recommend(?:ed|ations)?|comments?|sidebar|newsletter|subscribe|cookie|consent|breadcrumbs?|promo|advert|ads?|"
            + "sponsor(?:ed)?|popup|modal|menu|pagination|skip-link|masthead|site-header|site-footer)(?:$|[\\s_-])");
    private static final String PARAGRAPHS = "p, pre, blockquote, li, td, dd, figcaption, h2, h3, h4, div";
    private static final String DECLARED = "[itemprop~=articleBody], article, main, [role=main]";
    /** A declared main element must hold this share of the best element's score to be believed. */
    private static final double DECLARED_SHARE = 0.6;
    /** An element named like boilerplate that holds most of the page's text is misnamed. */
    private static final double MISNAMED_SHARE = 0.5;

    /** A form with less of the page's text than this asks the reader for something; one with more holds the page. */
    private static final double FORM_SHARE = 0.25;

    /** How much of a paragraph's score an element gets for each level between them; in a thread all posts count alike. */
    private static final double OUTER_SHARE = 0.75;

    private static final double THREAD_SHARE = 0.97;
    private static final Pattern OF_POSTS = Pattern.compile("(?i)comment|post|message|answer|reply");

    private static final int SHORTEST_PARAGRAPH = 25;
    private static final double MOSTLY_LINKS = 0.6;

    private PageExtractor() {}

    static MainContent extract(Document page) {
        Element whole = page.body();
        boolean discussion = Discussions.isDiscussion(page);
        Pruning.remove(whole.select(NEVER_SHOWN));
        int visible = Math.max(1, visibleLength(whole));
        Element body = whole.clone();
        Pruning.remove(body.select(NEVER_CONTENT));
        removeNamedBoilerplate(body, discussion);
        Map<Element, Double> scores = scores(body, discussion ? THREAD_SHARE : OUTER_SHARE);
        Element best = best(body, scores);
        removeLinkLists(best);
        // Better a page with its navigation than a post without its words.
        if (!best.hasText() && best.selectFirst("img") == null) {
            return new MainContent(whole, 0, Map.of("candidate", "the whole page, for want of any other"));
        }
        double removed = 1 - Math.min(1, best.text().length() / (double) visible);
        return new MainContent(
                best,
                Math.round(removed * 1000) / 1000.0,
                Map.of(
                        "candidate",
                        best.cssSelector(),
                        "score",
                        Math.round(scores.getOrDefault(best, 0.0)),
                        "candidates",
                        scores.size()));
    }

    private static int visibleLength(Element body) {
        return body.stream()
                .flatMap(element -> element.textNodes().stream())
                .mapToInt(text -> text.isBlank() ? 0 : text.getWholeText().length())
                .sum();
    }

    private static void removeNamedBoilerplate(Element body, boolean discussion) {
        int all = body.text().length();
        List<Element> removed = new ArrayList<>();
        for (Element form : body.select("form")) {
            // Some sites put the whole page, others all posts of a thread, into one form.
            if (form.text().length() < all * FORM_SHARE) removed.add(form);
        }
        for (Element element : body.select("[class], [id]")) {
            if (element == body
                    || !BOILERPLATE_NAME
                            .matcher(element.className() + " " + element.id())
                            .find()) continue;
            if (discussion
                    && OF_POSTS.matcher(element.className() + " " + element.id())
                            .find()) continue;
            if (element.selectFirst("article, main, [itemprop~=articleBody]") != null) continue;
            if (element.text().length() < all * MISNAMED_SHARE) removed.add(element);
        }
        for (Element header : body.select("header")) {
            if (header.closest("article, main") == null) removed.add(header);
        }
        Pruning.remove(removed);
    }

    private static Map<Element, Double> scores(Element body, double outerShare) {
        Map<Element, Double> scores = new HashMap<>();
        for (Element paragraph : body.select(PARAGRAPHS)) {
            boolean group = paragraph.normalName().equals("div");
            String text = group ? paragraph.ownText() : paragraph.ownText().isBlank() ? "" : paragraph.text();
            if (text.length() < SHORTEST_PARAGRAPH) continue;
            double score = text.length() * (1 - linkDensity(paragraph, text.length()));
            double share = 1;
            for (Element e = paragraph.parent(); e != null && e != body.parent() && share > 0.05; e = e.parent()) {
                scores.merge(e, score * share, Double::sum);
                share *= outerShare;
            }
        }
        return scores;
    }

    private static double linkDensity(Element element, int length) {
        int linked = 0;
        for (Element link : element.select("a")) linked += link.text().length();
        return Math.min(1, linked / (double) Math.max(1, length));
    }

    private static Element best(Element body, Map<Element, Double> scores) {
        Element best = body;
        for (Map.Entry<Element, Double> entry : scores.entrySet()) {
            double lead = entry.getValue() - scores.getOrDefault(best, 0.0);
            // Of equals the outer one, so that the choice does not hang on the order of a hash map.
            if (best == body || lead > 0 || (lead == 0 && best.parents().contains(entry.getKey())))
                best = entry.getKey();
        }
        double enough = scores.getOrDefault(best, 0.0) * DECLARED_SHARE;
        Elements declared = body.select(DECLARED);
        for (Element element : declared) {
            if (sum(element) >= enough && enough > 0 && (declared.size() == 1 || contains(element, best)))
                return element;
        }
        return scores.isEmpty() ? body : best;
    }

    private static boolean contains(Element outer, Element inner) {
        return outer == inner || inner.parents().contains(outer);
    }

    private static double sum(Element element) {
        return element.text().length();
    }

    private static void removeLinkLists(Element main) {
        List<Element> removed = new ArrayList<>();
        for (Element list : main.select("ul, ol, div, section, table")) {
            if (list == main) continue;
            String text = list.text();
            boolean linksOnly = list.select("a").size() > 2 && linkDensity(list, text.length()) > MOSTLY_LINKS;
            if (linksOnly && list.select("p, pre, figure").isEmpty()) removed.add(list);
        }
        Pruning.remove(removed);
    }
}
