package dev.postwire.enrich.blocks;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Fills the two tables in one pass over a tree; for one use. Recursion is bounded by the parser's bound on depth. */
final class BlockScanner {
    /** A block's first words tell its kind, as in "Read more"; later ones are its matter. */
    private static final int FIRST_WORDS = 12;

    private static final int MOST_HREF_PARTS = 24;

    private final ElementTable elements;
    private final BlockTable blocks;
    private final TitleWords title;

    /** The open block's index, or −1. */
    private int open = -1;

    private boolean afterBreak;
    private int linkDepth;
    private Element uncountedLink;

    // The word and the white space at the end of what was read of the open block.
    private boolean inWord;
    private boolean space;
    private int hash;

    BlockScanner(ElementTable elements, BlockTable blocks, TitleWords title) {
        this.elements = elements;
        this.blocks = blocks;
        this.title = title;
    }

    void scan(Element body) {
        visit(body, -1, 0);
    }

    private void visit(Element element, int parent, int level) {
        Tag tag = Tag.of(element.normalName());
        switch (tag) {
            case SKIPPED -> {}
            case CONTROL -> blocks.controls[upcoming()]++;
            case IMAGE -> blocks.images[upcoming()]++;
            case BREAK -> lineBreak();
            case INLINE -> {
                if (element.attributesSize() == 0) visitChildren(element, parent, level);
                else visitKept(element, tag, parent, level);
            }
            case LINK -> {
                linkDepth++;
                uncountedLink = element;
                visitKept(element, tag, parent, level);
                linkDepth--;
            }
            default -> {
                if (tag == Tag.BUTTON) blocks.controls[upcoming()]++;
                close();
                visitKept(element, tag, parent, level);
                close();
            }
        }
    }

    private void visitKept(Element element, Tag tag, int parent, int level) {
        int self = elements.add(element, tag, parent, level, open >= 0 ? open : blocks.size);
        if (element.attributesSize() > 0) readAttributes(element, self);
        visitChildren(element, self, level);
        elements.end(self, blocks.size);
    }

    private void visitChildren(Element element, int self, int level) {
        for (int i = 0, size = element.childNodeSize(); i < size; i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) read(text, self);
            else if (child instanceof Element inner) visit(inner, self, level + 1);
        }
    }

    private void readAttributes(Element element, int self) {
        int role = 0;
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (!Role.mayTell(name)) continue;
            switch (name) {
                case "class" ->
                    elements.signature[self] =
                            elements.signature[self] * 31 + Hashes.names(attribute.getValue(), elements::addName);
                case "id" -> Hashes.names(attribute.getValue(), elements::addName);
                default -> role |= Role.bits(attribute);
            }
        }
        elements.role[self] = role;
    }

    /** The block that whatever comes now stands in or before. */
    private int upcoming() {
        return open >= 0 ? open : blocks.size;
    }

    /** Two line breaks in a row part paragraphs; one is a space. */
    private void lineBreak() {
        if (afterBreak) close();
        else if (open >= 0) separate(BlockTable.SPACE);
        afterBreak = true;
    }

    private void separate(TextNode between) {
        endWord();
        space = true;
        blocks.addText(between);
    }

    private void close() {
        afterBreak = false;
        if (open < 0) return;
        endWord();
        open = -1;
    }

    private void read(TextNode node, int element) {
        String text = node.getWholeText();
        int start = 0;
        int end = text.length();
        while (start < end && Scripts.isSpace(text.charAt(start))) start++;
        if (start == end) {
            if (open >= 0) separate(node);
            return;
        }
        afterBreak = false;
        if (open < 0) openBlock(element);
        else if (start > 0) {
            endWord();
            space = true;
        }
        if (space) blocks.letters[open]++;
        space = false;
        int letters = count(text, start, end);
        blocks.letters[open] += letters;
        if (linkDepth > 0) countLink(letters);
        blocks.addText(node);
    }

    private void openBlock(int element) {
        space = false;
        inWord = false;
        hash = 0;
        int owner = element;
        while (owner > 0 && !elements.tag[owner].isBlock()) owner = elements.parent[owner];
        open = blocks.open(owner);
    }

    private void countLink(int letters) {
        blocks.linkLetters[open] += letters;
        if (uncountedLink == null) return;
        blocks.links[open]++;
        String href = uncountedLink.attr("href");
        uncountedLink = null;
        if (href.startsWith("#")) {
            blocks.anchors[open]++;
        } else if (blocks.hrefFrom[open + 1] - blocks.hrefFrom[open] < MOST_HREF_PARTS) {
            Hashes.hrefParts(href, blocks::addHref);
        }
    }

    /** Counts what the text adds to the open block; returns its letters. */
    private int count(String text, int start, int end) {
        int b = open;
        int letters = 0;
        if (blocks.firstChar[b] == 0) blocks.firstChar[b] = text.charAt(start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                hash = Hashes.with(hash, c);
                inWord = true;
                letters++;
            } else if (Scripts.isSpace(c)) {
                endWord();
                if (!space) letters++;
                space = true;
                continue;
            } else {
                letters += c < 128 ? countAscii(c, b, text, i) : countOther(c, b);
            }
            space = false;
        }
        if (space) letters--;
        else blocks.lastChar[b] = text.charAt(end - 1);
        if (space) blocks.lastChar[b] = text.charAt(lastShown(text, end));
        return letters;
    }

    private static int lastShown(String text, int end) {
        int at = end - 1;
        while (Scripts.isSpace(text.charAt(at))) at--;
        return at;
    }

    private int countAscii(char c, int b, String text, int i) {
        if (c >= 'A' && c <= 'Z') {
            if (!inWord) blocks.capitalWords[b]++;
            blocks.capitals[b]++;
            hash = Hashes.with(hash, (char) (c | ' '));
            inWord = true;
        } else if (c >= '0' && c <= '9') {
            blocks.digits[b]++;
            hash = Hashes.with(hash, '0');
            inWord = true;
        } else {
            if (c != '\'') endWord();
            if (c == ',' || c == ';') blocks.commas[b]++;
            else if ((c == '.' || c == '!' || c == '?') && endsWord(text, i + 1)) blocks.sentences[b]++;
            else blocks.marks[b]++;
        }
        return 1;
    }

    private static boolean endsWord(String text, int next) {
        return next >= text.length() || Scripts.isSpace(text.charAt(next)) || text.charAt(next) == '"';
    }

    private int countOther(char c, int b) {
        if (Scripts.isIdeograph(c)) {
            endWord();
            blocks.ideographs[b]++;
            hash = c;
            inWord = true;
            endWord();
            return PageBlocks.IDEOGRAPH_LETTERS;
        }
        if (Character.isLetter(c)) {
            hash = Hashes.with(hash, c);
            inWord = true;
            return 1;
        }
        if (c != '\u2019') endWord();
        if (Scripts.endsSentence(c)) blocks.sentences[b]++;
        else if (Scripts.isComma(c)) blocks.commas[b]++;
        else blocks.marks[b]++;
        return 1;
    }

    private void endWord() {
        if (!inWord) return;
        inWord = false;
        if (++blocks.words[open] <= FIRST_WORDS) blocks.addWord(hash);
        blocks.textHash[open] = blocks.textHash[open] * 31 + hash;
        if (title.contains(hash)) blocks.titleWords[open]++;
        hash = 0;
    }
}
