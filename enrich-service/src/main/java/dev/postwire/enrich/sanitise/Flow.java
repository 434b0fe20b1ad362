package dev.postwire.enrich.sanitise;

import dev.postwire.enrich.post.CleanText;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads a tree front to back and writes its content as a new one in one form: no grouping elements, every loose run of words in a
 * paragraph, nothing empty, one name for one thing. Reads and writes each node once. Used by one thread, once.
 */
final class Flow {
    /** Deeper nesting of blocks says nothing to a reader, and costs Markdown a prefix on every line for every level. */
    private static final int DEEPEST = 24;

    private final Element source;
    private final Element body = Document.createShell("").body();
    private final Words words;
    private final Images images;
    private final Structures structures;

    /** Where blocks go now. */
    private Element container = body;

    private int depth;
    /** What a run of words is now: a paragraph, or a heading. */
    private String runName = "p";
    /** What words go into now, whatever stands around them; null where each run is a block of its own. */
    private Element fixed;
    /** Where the captions of the figure being filled go, or null. */
    private Element captions;
    /** A task's box, until its words come. */
    private Element box;

    Flow(Element source, Addresses addresses) {
        this.source = source;
        this.words = new Words(addresses, this::openRun);
        this.images = new Images(words, addresses);
        this.structures = new Structures(this, source);
        words.splitAtBreaks(true);
    }

    /** The new tree's body. */
    Element rewritten() {
        take(source);
        words.end();
        return body;
    }

    void takeChildren(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) words.write(text.getWholeText());
            else if (node instanceof Element child) take(child);
        }
    }

    private void take(Element element) {
        Kind kind = Kind.of(element.normalName());
        switch (kind) {
            case GONE -> words.space();
            case NOTHING -> nothing(element);
            case PICTURE -> takeChildren(element);
            case GROUP -> group(element);
            case LINK -> link(element);
            case FORMAT -> format(element);
            case CODE -> code(element);
            case BREAK -> lineBreak();
            case IMAGE -> images.take(element);
            case FALLBACK -> images.takeFallback(element);
            case BOX -> box(element);
            default -> block(element, kind);
        }
    }

    private void block(Element element, Kind kind) {
        if (fixed != null || !runName.equals("p")) {
            if (kind == Kind.CODE_BLOCK) code(element);
            else if (captions != null && element.normalName().equals("figcaption")) caption(element);
            else group(element);
            return;
        }
        boolean taken =
                switch (kind) {
                    case HEADING -> structures.heading(element);
                    case ITEM -> structures.item(element);
                    case CODE_BLOCK -> structures.codeBlock(element);
                    case RULE -> structures.rule();
                    case LIST -> depth < DEEPEST && structures.list(element);
                    case QUOTE -> depth < DEEPEST && structures.quote(element);
                    case TABLE -> depth < DEEPEST && structures.table(element);
                    case FIGURE -> structures.figure(element);
                    case DEFINITIONS -> depth < DEEPEST && structures.definitions(element);
                    default -> false;
                };
        if (!taken) group(element);
    }

    /** What is no format of its own still shows where one piece of words ends and another begins. */
    private void nothing(Element element) {
        words.enter(false);
        takeChildren(element);
        words.leave(false);
    }

    private void group(Element element) {
        edge();
        takeChildren(element);
        edge();
    }

    /** Where one block ends and another begins. */
    private void edge() {
        if (fixed != null) words.lineBreak();
        else if (!runName.equals("p")) words.space();
        else words.end();
    }

    private void lineBreak() {
        if (runName.equals("p")) words.lineBreak();
        else words.space();
    }

    private void link(Element element) {
        String href = element.attr("href");
        Optional<String> address = href.isEmpty() || images.addresses().areSpent()
                ? Optional.empty()
                : images.addresses().resolve(href);
        // What marks a heading's own address says nothing elsewhere.
        if (!runName.equals("p") && href.startsWith("#") && isSign(element)) return;
        boolean begun = address.isPresent()
                && words.begin(new Format(
                        "a",
                        address.get(),
                        CleanText.oneLine(element.attr("title")),
                        element.hasAttr(Sanitiser.FULL_SIZE)));
        words.enter(true);
        takeChildren(element);
        words.leave(true);
        if (begun) words.endFormat();
    }

    private static boolean isSign(Element link) {
        String text = link.text().strip();
        return text.codePointCount(0, text.length()) <= 1 && text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private void format(Element element) {
        String name =
                switch (element.normalName()) {
                    case "b" -> "strong";
                    case "i" -> "em";
                    case "s", "strike" -> "del";
                    case "acronym" -> "abbr";
                    default -> element.normalName();
                };
        boolean misplaced = (name.equals("rt") || name.equals("rp"))
                && (words.innermost() == null || !words.innermost().name().equals("ruby"));
        boolean begun = !misplaced && !words.areCode() && words.begin(Format.of(name));
        // A raised or lowered sign belongs to the word it stands at.
        boolean apart = !name.equals("sup") && !name.equals("sub");
        if (apart) words.enter(false);
        takeChildren(element);
        if (apart) words.leave(false);
        if (begun) words.endFormat();
    }

    private void code(Element element) {
        boolean begun = words.beginCode();
        takeChildren(element);
        if (begun) words.endCode();
    }

    private void box(Element element) {
        boolean task = element.attr("type").equalsIgnoreCase("checkbox")
                && container.normalName().equals("li")
                && container.childNodeSize() == 0
                && fixed == null;
        if (!task) return;
        box = AllowList.element("input");
        AllowList.set(box, "type", "checkbox");
        AllowList.set(box, "disabled", "");
        if (element.hasAttr("checked")) AllowList.set(box, "checked", "");
    }

    private Element openRun() {
        if (fixed != null) {
            if (fixed.childNodeSize() > 0) fixed.appendChild(AllowList.element("br"));
            return fixed;
        }
        Element run = AllowList.element(runName);
        Element home = home();
        boolean task =
                box != null && home.normalName().equals("li") && home.childNodeSize() == 0 && runName.equals("p");
        home.appendChild(run);
        if (task) run.appendChild(box).appendChild(new TextNode(" "));
        box = null;
        return run;
    }

    /** Where a block goes: a list holds items only, so whatever else stands in it becomes one. */
    Element home() {
        if (!Lists.isList(container)) return container;
        Element item = AllowList.element("li");
        container.appendChild(item);
        return item;
    }

    Element container() {
        return container;
    }

    Words words() {
        return words;
    }

    Images images() {
        return images;
    }

    /** Fills the target with the blocks of the element's content. */
    void fill(Element target, Element element) {
        words.end();
        Element outer = container;
        container = target;
        depth++;
        box = null;
        takeChildren(element);
        words.end();
        box = null;
        depth--;
        container = outer;
    }

    /** Fills the target with the words of the element's content; edges of blocks in it become line breaks. */
    void fillWords(Element target, Element element) {
        words.end();
        Element outer = fixed;
        fixed = target;
        words.splitAtBreaks(false);
        takeChildren(element);
        words.end();
        words.splitAtBreaks(outer == null);
        fixed = outer;
    }

    /** Fills the figure with the words and images of the element's content, and the caption with those of its captions. */
    void fillFigure(Element figure, Element caption, Element element) {
        captions = caption;
        fillWords(figure, element);
        captions = null;
    }

    private void caption(Element element) {
        Element caption = captions;
        captions = null;
        fillWords(caption, element);
        captions = caption;
    }

    /** Takes the content as runs of that name; edges of blocks in it become spaces. */
    void takeAs(String name, Element element) {
        words.end();
        runName = name;
        takeChildren(element);
        words.end();
        runName = "p";
    }
}
