package dev.postwire.enrich.blocks;

import java.util.Arrays;
import org.jsoup.nodes.TextNode;

/** The blocks of a page in document order, a column for each thing counted of them. */
final class BlockTable {
    /** Stands in {@link #texts} for a line break. */
    static final TextNode SPACE = new TextNode(" ");

    int size;
    /** The block element that the block's words stand in. */
    int[] owner = new int[512];
    /** The block's words are in the text nodes from {@code textFrom} to before the next block's. */
    int[] textFrom = new int[513];

    TextNode[] texts = new TextNode[1024];
    private int textCount;

    int[] letters = new int[512];
    int[] words = new int[512];
    int[] linkLetters = new int[512];
    int[] links = new int[512];
    /** Links to a place in the page. */
    int[] anchors = new int[512];

    int[] commas = new int[512];
    int[] sentences = new int[512];
    int[] digits = new int[512];
    int[] capitals = new int[512];
    int[] capitalWords = new int[512];
    /** Signs that are neither letters nor digits nor end or part a sentence. */
    int[] marks = new int[512];

    int[] ideographs = new int[512];
    /** Words that stand in the page's title too. */
    int[] titleWords = new int[512];

    int[] firstChar = new int[512];
    int[] lastChar = new int[512];
    /** Equal for equal words. */
    int[] textHash = new int[512];
    /** Hashes of its first words. */
    int[] wordFrom = new int[513];

    final IntList wordHashes = new IntList(4096);
    /** Hashed parts of the addresses it links to. */
    int[] hrefFrom = new int[513];

    final IntList hrefHashes = new IntList(2048);
    /** Images, and controls that a reader works, between the block before and this one's end. */
    int[] images = new int[513];

    int[] controls = new int[513];

    /** A new block; words and texts then added are its own. */
    int open(int element) {
        if (size + 2 > owner.length) grow();
        owner[size] = element;
        textFrom[size + 1] = textFrom[size] = textCount;
        wordFrom[size + 1] = wordFrom[size] = wordHashes.size;
        hrefFrom[size + 1] = hrefFrom[size] = hrefHashes.size;
        return size++;
    }

    void addText(TextNode text) {
        if (textCount == texts.length) texts = Arrays.copyOf(texts, textCount * 2);
        texts[textCount++] = text;
        textFrom[size] = textCount;
    }

    void addWord(int hash) {
        wordHashes.add(hash);
        wordFrom[size] = wordHashes.size;
    }

    void addHref(int hash) {
        hrefHashes.add(hash);
        hrefFrom[size] = hrefHashes.size;
    }

    private void grow() {
        int length = owner.length * 2;
        owner = Arrays.copyOf(owner, length);
        textFrom = Arrays.copyOf(textFrom, length + 1);
        letters = Arrays.copyOf(letters, length);
        words = Arrays.copyOf(words, length);
        linkLetters = Arrays.copyOf(linkLetters, length);
        links = Arrays.copyOf(links, length);
        anchors = Arrays.copyOf(anchors, length);
        commas = Arrays.copyOf(commas, length);
        sentences = Arrays.copyOf(sentences, length);
        digits = Arrays.copyOf(digits, length);
        capitals = Arrays.copyOf(capitals, length);
        capitalWords = Arrays.copyOf(capitalWords, length);
        marks = Arrays.copyOf(marks, length);
        ideographs = Arrays.copyOf(ideographs, length);
        titleWords = Arrays.copyOf(titleWords, length);
        firstChar = Arrays.copyOf(firstChar, length);
        lastChar = Arrays.copyOf(lastChar, length);
        textHash = Arrays.copyOf(textHash, length);
        wordFrom = Arrays.copyOf(wordFrom, length + 1);
        hrefFrom = Arrays.copyOf(hrefFrom, length + 1);
        images = Arrays.copyOf(images, length + 1);
        controls = Arrays.copyOf(controls, length + 1);
    }
}
