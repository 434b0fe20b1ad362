package dev.postwire.enrich.extract;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The words around a page's heading, where readers look for who wrote it and when.
 *
 * @param before up to {@link #BEFORE_CHARS} of what stands before the heading
 * @param after up to {@link #AFTER_CHARS} of what stands after it; pieces of the page are separated by line feeds
 */
record Headline(String before, String after) {
    static final int BEFORE_CHARS = 250;
    static final int AFTER_CHARS = 700;

    /** Empty where the page has no heading. */
    static Optional<Headline> of(Element body) {
        Element heading = body.selectFirst("article h1, main h1");
        if (heading == null) heading = body.selectFirst("h1");
        if (heading == null) return Optional.empty();
        Collector collector = new Collector(heading);
        body.filter(collector);
        int from = Math.max(0, collector.before.length() - BEFORE_CHARS);
        collector.after.setLength(Math.min(collector.after.length(), AFTER_CHARS));
        return Optional.of(new Headline(collector.before.substring(from), collector.after.toString()));
    }

    private static final class Collector implements NodeFilter {
        private final Element heading;
        private final StringBuilder before = new StringBuilder();
        private final StringBuilder after = new StringBuilder();
        private boolean passed;

        Collector(Element heading) {
            this.heading = heading;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node == heading) {
                passed = true;
                return FilterResult.SKIP_CHILDREN;
            }
            if (node instanceof TextNode text && !text.isBlank()) {
                (passed ? after : before).append(text.text().strip()).append('\n');
            }
            return after.length() > AFTER_CHARS ? FilterResult.STOP : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            return FilterResult.CONTINUE;
        }
    }
}
