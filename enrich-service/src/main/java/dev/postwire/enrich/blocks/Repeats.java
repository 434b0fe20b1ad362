package dev.postwire.enrich.blocks;

/** What on a page comes again: templates give their blocks and elements like names in like places. */
final class Repeats {
    private final IntCounts alike;
    private final int[] alikeSlot;
    private final IntCounts copies;
    private final int[] copiesSlot;
    private final IntCounts kin;
    private final int[] kinSlot;

    Repeats(PageBlocks page) {
        BlockTable blocks = page.blocks;
        ElementTable elements = page.elements;
        alike = new IntCounts(blocks.size);
        copies = new IntCounts(blocks.size);
        for (int b = 0; b < blocks.size; b++) {
            alike.add(place(elements, blocks.owner[b]), blocks.letters[b], blocks.linkLetters[b]);
            copies.add(blocks.textHash[b], 0, 0);
        }
        alikeSlot = new int[blocks.size];
        copiesSlot = new int[blocks.size];
        for (int b = 0; b < blocks.size; b++) {
            alikeSlot[b] = alike.slot(place(elements, blocks.owner[b]));
            copiesSlot[b] = copies.slot(blocks.textHash[b]);
        }
        kin = new IntCounts(elements.size);
        for (int e = 0; e < elements.size; e++) kin.add(kind(elements, e), 0, 0);
        kinSlot = new int[elements.size];
        for (int e = 0; e < elements.size; e++) kinSlot[e] = kin.slot(kind(elements, e));
    }

    /** Blocks in elements named alike in elements named alike. */
    int alike(int block) {
        return alike.count(alikeSlot[block]);
    }

    int alikeLetters(int block) {
        return alike.amount(alikeSlot[block]);
    }

    int alikeLinkLetters(int block) {
        return alike.other(alikeSlot[block]);
    }

    /** The same for blocks that are {@link #alike}. */
    int alikeKey(int block) {
        return alikeSlot[block];
    }

    /** Keys are below this. */
    int alikeKeys() {
        return alike.capacity();
    }

    /** Blocks of the same words. */
    int copies(int block) {
        return copies.count(copiesSlot[block]);
    }

    /** Elements of one name in elements of one name. */
    int kin(int element) {
        return kin.count(kinSlot[element]);
    }

    /** The same for elements that are {@link #kin}. */
    int kinKey(int element) {
        return kinSlot[element];
    }

    /** Keys are below this. */
    int kinKeys() {
        return kin.capacity();
    }

    private static int place(ElementTable elements, int element) {
        int up = Math.max(0, elements.parent[element]);
        int outer = Math.max(0, elements.parent[up]);
        return (elements.signature[element] * 31 + elements.signature[up]) * 31 + elements.signature[outer];
    }

    private static int kind(ElementTable elements, int element) {
        int up = Math.max(0, elements.parent[element]);
        return elements.signature[element] * 31 + elements.signature[up];
    }
}
