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
        int visible = Math.max(1, Measures.of(whole).at(whole).text());
        Element body = whole.clone();
        Pruning.remove(body.select(NEVER_CONTENT));
        removeNamedBoilerplate(body, discussion);
        Measures measures = Measures.of(body);
        Map<Element, Double> scores = scores(body, measures, discussion ? THREAD_SHARE : OUTER_SHARE);
        Element best = best(body, measures, scores);
        removeLinkLists(best, measures);
        // Better a page with its navigation than a post without its words.
        if (!best.hasText() && best.selectFirst("img") == null) {
            return new MainContent(whole, 0, Map.of("candidate", "the whole page, for want of any other"));
        }
        double removed = 1 - Math.min(1, Measures.of(best).at(best).text() / (double) visible);
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

    private static void removeNamedBoilerplate(Element body, boolean discussion) {
        Measures measures = Measures.of(body);
        int all = measures.at(body).text();
        List<Element> removed = new ArrayList<>();
        for (Element form : body.select("form")) {
            // Some sites put the whole page, others all posts of a thread, into one form.
            if (measures.at(form).text() < all * FORM_SHARE) removed.add(form);
        }
        for (Element element : body.select("[class], [id]")) {
            String names = element.className() + " " + element.id();
            if (element == body || !BOILERPLATE_NAME.matcher(names).find()) continue;
            if (discussion && OF_POSTS.matcher(names).find()) continue;
            boolean misnamed = measures.at(element).text() >= all * MISNAMED_SHARE;
            if (!measures.at(element).holdsMain() && !misnamed) removed.add(element);
        }
        for (Element header : body.select("header")) {
            if (header.closest("article, main") == null) removed.add(header);
        }
        Pruning.remove(removed);
    }

    private static Map<Element, Double> scores(Element body, Measures measures, double outerShare) {
        Map<Element, Double> scores = new HashMap<>();
        for (Element paragraph : body.select(PARAGRAPHS)) {
            String own = paragraph.ownText();
            boolean group = paragraph.normalName().equals("div");
            int length = group
                    ? own.length()
                    : own.isBlank() ? 0 : measures.at(paragraph).text();
            if (length < SHORTEST_PARAGRAPH) continue;
            double score = length * (1 - measures.at(paragraph).linkDensity());
            double share = 1;
            for (Element e = paragraph.parent(); e != null && e != body.parent() && share > 0.05; e = e.parent()) {
                scores.merge(e, score * share, Double::sum);
                share *= outerShare;
            }
        }
        return scores;
    }

    private static Element best(Element body, Measures measures, Map<Element, Double> scores) {
        Element best = body;
        for (Map.Entry<Element, Double> entry : scores.entrySet()) {
            double lead = entry.getValue() - scores.getOrDefault(best, 0.0);
            // Of equals the outer one, so that the choice does not hang on the order of a hash map.
            if (best == body || lead > 0 || (lead == 0 && contains(entry.getKey(), best))) best = entry.getKey();
        }
        double enough = scores.getOrDefault(best, 0.0) * DECLARED_SHARE;
        Elements declared = body.select(DECLARED);
        for (Element element : declared) {
            boolean believed = measures.at(element).text() >= enough && enough > 0;
            if (believed && (declared.size() == 1 || contains(element, best))) return element;
        }
        return scores.isEmpty() ? body : best;
    }

    private static boolean contains(Element outer, Element inner) {
        return outer == inner || inner.parents().contains(outer);
    }

    private static void removeLinkLists(Element main, Measures measures) {
        List<Element> removed = new ArrayList<>();
        for (Element list : main.select("ul, ol, div, section, table")) {
            Measures.Measure measure = measures.at(list);
            boolean linksOnly = measure.links() > 2 && measure.linkDensity() > MOSTLY_LINKS;
            if (list != main && linksOnly && measure.paragraphs() == 0) removed.add(list);
        }
        Pruning.remove(removed);
    }
}
