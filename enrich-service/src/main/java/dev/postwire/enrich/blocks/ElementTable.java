package dev.postwire.enrich.blocks;

import java.util.Arrays;
import org.jsoup.nodes.Element;

/** The elements of a page in document order, a column for each thing known of them. Inline elements without attributes are left out. */
final class ElementTable {
    int size;
    Element[] element = new Element[1024];
    Tag[] tag = new Tag[1024];
    /** −1 for the root. */
    int[] parent = new int[1024];

    int[] depth = new int[1024];
    /** The blocks that have words in the element are {@code firstBlock} to before {@code endBlock}. */
    int[] firstBlock = new int[1024];

    int[] endBlock = new int[1024];
    /** The elements in it, itself included, end before this one. */
    int[] endElement = new int[1024];
    /** What it says of its own role, bits of {@link Role}. */
    int[] role = new int[1024];
    /** Alike for elements of one name and one class. */
    int[] signature = new int[1024];
    /** Hashed parts of its class and id, from {@code nameFrom} to before the next element's. */
    int[] nameFrom = new int[1025];

    final IntList names = new IntList(4096);

    /** Adds an element without names; what ends it is to be set by {@link #end}. */
    int add(Element added, Tag kind, int parentIndex, int level, int blocks) {
        if (size + 1 == element.length) grow();
        int self = size++;
        element[self] = added;
        tag[self] = kind;
        parent[self] = parentIndex;
        depth[self] = level;
        firstBlock[self] = blocks;
        signature[self] = kind.ordinal();
        nameFrom[self] = names.size;
        nameFrom[self + 1] = names.size;
        return self;
    }

    void end(int index, int blocks) {
        endBlock[index] = blocks;
        endElement[index] = size;
    }

    /** Adds a part of the name of the element added last. */
    void addName(int hash) {
        names.add(hash);
        nameFrom[size] = names.size;
    }

    boolean sameBlocks(int a, int b) {
        return firstBlock[a] == firstBlock[b] && endBlock[a] == endBlock[b];
    }

    private void grow() {
        int length = element.length * 2;
        element = Arrays.copyOf(element, length);
        tag = Arrays.copyOf(tag, length);
        parent = Arrays.copyOf(parent, length);
        depth = Arrays.copyOf(depth, length);
        firstBlock = Arrays.copyOf(firstBlock, length);
        endBlock = Arrays.copyOf(endBlock, length);
        endElement = Arrays.copyOf(endElement, length);
        role = Arrays.copyOf(role, length);
        signature = Arrays.copyOf(signature, length);
        nameFrom = Arrays.copyOf(nameFrom, length + 1);
    }
}
