package dev.postwire.enrich.read;

import java.util.List;
import java.util.Set;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;

/**
 * Reads the words of one document's blocks with their marks, up to a number of signs that may be marks, of each of which the parser
 * makes several objects, and of characters that links repeat from what they refer to. Once these are spent, words are words. For
 * one document.
 */
final class BoundedInlines {
    /** As many as a megabyte has of nothing but links. */
    private static final int MOST_SIGNS = 40_000;

    private static final int MOST_REPEATED = 1 << 20;
    private static final String SIGNS = "*_[]<&`!\\~^";

    /** Whether there are too few characters for the signs among them to be too many: so it is in nearly all posts. */
    private final boolean few;

    private int signs;
    private int repeated;

    /** @param chars of the document */
    BoundedInlines(int chars) {
        few = chars <= MOST_SIGNS;
    }

    /** Whether anything was left as it stands. */
    boolean areSpent() {
        return signs > MOST_SIGNS || repeated > MOST_REPEATED;
    }

    InlineParser parser(InlineParserContext context) {
        // The library's own is the only one there is, and has no other name.
        InlineParser parser = new InlineParserImpl(new Repeating(context));
        return (lines, block) -> parse(parser, lines, block);
    }

    private void parse(InlineParser parser, SourceLines lines, Node block) {
        if (few) {
            parser.parse(lines, block);
            return;
        }
        if (signs > MOST_SIGNS) {
            block.appendChild(new Text(lines.getContent()));
            return;
        }
        List<SourceLine> all = lines.getLines();
        for (int line = 0; line < all.size(); line++) {
            int at = spend(all.get(line).getContent());
            if (at < 0) continue;
            SourceLines read = SourceLines.of(all.subList(0, line));
            read.addLine(all.get(line).substring(0, at));
            parser.parse(read, block);
            SourceLines rest = SourceLines.of(
                    all.get(line).substring(at, all.get(line).getContent().length()));
            all.subList(line + 1, all.size()).forEach(rest::addLine);
            block.appendChild(new Text(rest.getContent()));
            return;
        }
        parser.parse(lines, block);
    }

    /** Before which index the signs were spent, or -1. */
    private int spend(CharSequence line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < 0x7F && SIGNS.indexOf(c) >= 0 && ++signs > MOST_SIGNS) return i;
        }
        return -1;
    }

    /** Knows no more definitions once links have repeated enough of them. */
    private final class Repeating implements InlineParserContext {
        private final InlineParserContext context;

        Repeating(InlineParserContext context) {
            this.context = context;
        }

        @Override
        public <D> D getDefinition(Class<D> type, String label) {
            D definition = context.getDefinition(type, label);
            return definition instanceof LinkReferenceDefinition link && isTooMuch(link) ? null : definition;
        }

        @Override
        @SuppressWarnings("deprecation") // the interface's own; whoever still calls it gets the same
        public LinkReferenceDefinition getLinkReferenceDefinition(String label) {
            return getDefinition(LinkReferenceDefinition.class, label);
        }

        private boolean isTooMuch(LinkReferenceDefinition link) {
            if (repeated > MOST_REPEATED) return true;
            repeated += link.getDestination().length();
            if (link.getTitle() != null) repeated += link.getTitle().length();
            return repeated > MOST_REPEATED;
        }

        @Override
        public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
            return context.getCustomInlineContentParserFactories();
        }

        @Override
        public List<DelimiterProcessor> getCustomDelimiterProcessors() {
            return context.getCustomDelimiterProcessors();
        }

        @Override
        public List<LinkProcessor> getCustomLinkProcessors() {
            return context.getCustomLinkProcessors();
        }

        @Override
        public Set<Character> getCustomLinkMarkers() {
            return context.getCustomLinkMarkers();
        }

        @Override
        public int getMaxInlineNesting() {
            return context.getMaxInlineNesting();
        }
    }
}
