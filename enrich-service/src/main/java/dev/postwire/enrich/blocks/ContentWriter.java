package dev.postwire.enrich.blocks;

import java.util.Arrays;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Copies what was chosen of a page, with the elements around it, into a new tree. Goes the scanner's way through the page once
 * more, past all that holds nothing chosen. For one use.
 */
final class ContentWriter {
    /** Images without words of their own go with the element around them when this much of it was chosen. */
    private static final double MOSTLY = 0.5;

    private static final int LONGEST_CAPTION_LETTERS = 500;
    private static final int MOST_FIGURE_ELEMENTS = 30;

    private final ElementTable elements;
    private final BlockTable blocks;
    private final boolean[] chosen;
    /** Letters chosen in the blocks before each. */
    private final int[] chosenBefore;

    private final int[] lettersBefore;
    private int nextElement;
    private int nextText;
    /** The blocks before this one belong to a figure, whose images go whatever became of its words. */
    private int figureTo;
    /** The block of the text node seen last, or −1. */
    private int lastBlock = -1;

    ContentWriter(PageBlocks page, boolean[] chosen) {
        this.elements = page.elements;
        this.blocks = page.blocks;
        this.chosen = chosen.clone();
        this.chosenBefore = new int[chosen.length + 1];
        this.lettersBefore = new int[chosen.length + 1];
        for (int b = 0; b < chosen.length; b++) {
            lettersBefore[b + 1] = lettersBefore[b] + blocks.letters[b];
            chosenBefore[b + 1] = chosenBefore[b] + (chosen[b] ? blocks.letters[b] : 0);
        }
    }

    /** A body that holds what was chosen. */
    Element write(Element body) {
        Element written = copy(body, false);
        return written == null ? Document.createShell("").body() : written;
    }

    /** The copy; null where nothing of the element was chosen. */
    private Element copy(Element source, boolean withImages) {
        Tag tag = Tag.of(source.normalName());
        return switch (tag) {
            case SKIPPED, CONTROL -> null;
            case IMAGE ->
                (withImages || isAmid(lastBlock + 1, lastBlock + 1)) && Illustrations.shows(source)
                        ? source.clone()
                        : null;
            case BREAK -> lastBlock >= 0 && chosen[lastBlock] ? source.shallowClone() : null;
            default -> {
                boolean listed = tag != Tag.INLINE || source.attributesSize() > 0;
                yield listed ? copyListed(source, tag, withImages) : copyChildren(source, withImages);
            }
        };
    }

    private Element copyListed(Element source, Tag tag, boolean withImages) {
        int self = nextElement++;
        int first = elements.firstBlock[self];
        int end = elements.endBlock[self];
        boolean images = withImages;
        // What stands there in words is shown to readers without scripts; what shows pictures only is their other form.
        boolean words = tag == Tag.NOSCRIPT && end > first;
        if (end > first && tag.isBlock()) {
            int kept = chosenBefore[end] - chosenBefore[first];
            if (kept == 0 && end > figureTo && isIllustration(self, tag, withImages)) {
                figureTo = end;
                Arrays.fill(chosen, first, end, Illustrations.hasCaption(source));
            }
            if (kept == 0 && end > figureTo) {
                nextElement = elements.endElement[self];
                lastBlock = end - 1;
                nextText = blocks.textFrom[end];
                return null;
            }
            images = end <= figureTo || kept >= MOSTLY * (lettersBefore[end] - lettersBefore[first]);
        }
        Element copy = copyChildren(source, images);
        return words && copy != null ? copy.tagName("div") : copy;
    }

    /**
     * Whether it is an image with its caption, as little as a caption reads like the words around it: in a figure, where most of
     * what is around it was chosen; else where the words on both sides were. An image that leads to a page advertises that page.
     */
    private boolean isIllustration(int self, Tag tag, boolean withImages) {
        int first = elements.firstBlock[self];
        int end = elements.endBlock[self];
        boolean stands = isAmid(first, end) || (withImages && tag == Tag.FIGURE);
        return stands
                && lettersBefore[end] - lettersBefore[first] <= LONGEST_CAPTION_LETTERS
                && elements.endElement[self] - self <= MOST_FIGURE_ELEMENTS
                && Illustrations.isOne(elements.element[self]);
    }

    /** Whether the blocks before the first and from the end on were chosen. */
    private boolean isAmid(int first, int end) {
        return first > 0 && end < chosen.length && chosen[first - 1] && chosen[end];
    }

    private Element copyChildren(Element source, boolean withImages) {
        Element copy = null;
        for (int i = 0, size = source.childNodeSize(); i < size; i++) {
            Node child = source.childNode(i);
            Node kept = null;
            if (child instanceof TextNode text) kept = copyText(text, copy != null);
            else if (child instanceof Element inner) kept = copy(inner, withImages);
            if (kept == null) continue;
            if (copy == null) copy = source.shallowClone();
            copy.appendChild(kept);
        }
        return copy;
    }

    private TextNode copyText(TextNode text, boolean amid) {
        while (nextText < blocks.textFrom[blocks.size] && blocks.texts[nextText] == BlockTable.SPACE) nextText++;
        if (nextText < blocks.textFrom[blocks.size] && blocks.texts[nextText] == text) {
            while (lastBlock < 0 || blocks.textFrom[lastBlock + 1] <= nextText) lastBlock++;
            nextText++;
            return chosen[lastBlock] ? new TextNode(text.getWholeText()) : null;
        }
        return amid ? new TextNode(text.getWholeText()) : null;
    }
}
