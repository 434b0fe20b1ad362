package dev.postwire.enrich.blocks;

/** What stands in the blocks before each: the difference of two sums is what any run of blocks holds. */
final class BlockSums {
    /** A block of so many letters, few of them linked, is prose rather than a label. */
    private static final int LONG_LETTERS = 80;

    private static final double LONG_LINKED = 0.4;

    final int[] letters;
    final int[] linkLetters;
    final int[] links;
    final int[] anchors;
    final int[] commas;
    final int[] images;
    final int[] controls;
    /** Letters in paragraph elements. */
    final int[] paragraphs;

    final int[] longs;
    final int[] headings;
    final int[] items;
    /** Of each block the heading at or before it; −1 for none. */
    final int[] heading;

    /** Of the first {@code h1}, the first and the last long block; −1 for none. */
    final int firstHeading;

    final int firstLong;
    final int lastLong;

    BlockSums(PageBlocks page) {
        BlockTable blocks = page.blocks;
        int size = blocks.size;
        letters = sums(blocks.letters, size);
        linkLetters = sums(blocks.linkLetters, size);
        links = sums(blocks.links, size);
        anchors = sums(blocks.anchors, size);
        commas = sums(blocks.commas, size);
        images = sums(blocks.images, size);
        controls = sums(blocks.controls, size);
        paragraphs = new int[size + 1];
        longs = new int[size + 1];
        headings = new int[size + 1];
        items = new int[size + 1];
        heading = new int[size];
        int title = -1;
        int first = -1;
        int last = -1;
        int latest = -1;
        for (int b = 0; b < size; b++) {
            Tag tag = page.elements.tag[blocks.owner[b]];
            boolean isLong =
                    blocks.letters[b] > LONG_LETTERS && blocks.linkLetters[b] < LONG_LINKED * blocks.letters[b];
            if (isLong && first < 0) first = b;
            if (isLong) last = b;
            if (tag == Tag.HEADING_1 && title < 0) title = b;
            if (tag.isHeading()) latest = b;
            heading[b] = latest;
            paragraphs[b + 1] = paragraphs[b] + (tag == Tag.PARAGRAPH ? blocks.letters[b] : 0);
            longs[b + 1] = longs[b] + (isLong ? 1 : 0);
            headings[b + 1] = headings[b] + (tag.isHeading() ? 1 : 0);
            items[b + 1] = items[b] + (tag == Tag.ITEM ? 1 : 0);
        }
        firstHeading = title;
        firstLong = first;
        lastLong = last;
    }

    static double between(int[] sums, int from, int end) {
        return sums[end] - sums[from];
    }

    private static int[] sums(int[] values, int size) {
        int[] sums = new int[size + 1];
        for (int i = 0; i < size; i++) sums[i + 1] = sums[i] + values[i];
        return sums;
    }
}
