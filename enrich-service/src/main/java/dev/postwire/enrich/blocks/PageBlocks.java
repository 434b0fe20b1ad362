package dev.postwire.enrich.blocks;

import org.jsoup.nodes.Document;

/**
 * A page's visible text as a row of blocks: runs of words that no block element divides, each with what can be counted of it, and
 * the elements around them. Made in one pass over the tree, which stays as it is. Not for use by several threads.
 *
 * <p>Lengths are in letters of an alphabet; an ideograph or a syllable sign counts as {@value #IDEOGRAPH_LETTERS} of them, so
 * that a sentence weighs about the same in every script.
 */
public final class PageBlocks {
    static final int IDEOGRAPH_LETTERS = 3;

    final ElementTable elements = new ElementTable();
    final BlockTable blocks = new BlockTable();

    private PageBlocks() {}

    public static PageBlocks of(Document page) {
        PageBlocks result = new PageBlocks();
        new BlockScanner(result.elements, result.blocks, new TitleWords(page.title())).scan(page.body());
        return result;
    }

    /** How many blocks there are. */
    public int size() {
        return blocks.size;
    }

    /** Of all blocks. */
    public int letters() {
        int letters = 0;
        for (int b = 0; b < blocks.size; b++) letters += blocks.letters[b];
        return letters;
    }

    public int words(int block) {
        return blocks.words[block];
    }

    /** The block's words as they stand in the page, white space included. */
    public String text(int block) {
        StringBuilder text = new StringBuilder();
        for (int i = blocks.textFrom[block]; i < blocks.textFrom[block + 1]; i++) {
            text.append(blocks.texts[i].getWholeText());
        }
        return text.toString();
    }

    /** The share of the page's letters that is in the blocks chosen. */
    public double share(boolean[] chosen) {
        long all = 0;
        long kept = 0;
        for (int b = 0; b < blocks.size; b++) {
            all += blocks.letters[b];
            if (chosen[b]) kept += blocks.letters[b];
        }
        return all == 0 ? 1 : kept / (double) all;
    }
}
