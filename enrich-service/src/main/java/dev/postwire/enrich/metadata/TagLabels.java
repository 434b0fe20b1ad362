package dev.postwire.enrich.metadata;

import dev.postwire.enrich.word.LowerCase;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Follows the visible text of a page for words like "Tags:" and the links right after them, with nothing but signs between. Used
 * by one thread.
 */
final class TagLabels {
    private static final Set<String> LABELS = Set.of(
            ("tags,tag,tagged,tagged with,tagged as,tagged in,filed under,filed in,posted in,schlagwörter,schlagworte"
                            + ",stichwörter,mots-clés,etiquetas,标签,標籤,タグ,태그")
                    .split(","));
    /** What also stands above the lists of a whole site; a colon says that it is about this post. */
    private static final Set<String> LABELS_WITH_COLON = Set.of(
            "topics,topic,categories,category,keywords,labels,section,kategorie,kategorien,themen,catégories,categorías,分类,关键词,分類,カテゴリ,カテゴリー,キーワード"
                    .split(","));

    private static final int LONGEST_LABEL = 16;
    private static final int LONGEST_RAW = 60;
    private static final int LONGEST_JOINT = 3;

    /** Whether all that came since the label was links and signs. */
    private boolean open;

    private boolean inLink;
    /** What holds the label. */
    private Node label;
    /** What holds the first link after the label; null before it. */
    private Element first;

    /** Some visible text. */
    void see(TextNode node) {
        if (inLink) return;
        String raw = node.getWholeText();
        if (raw.length() > LONGEST_RAW) {
            open = false;
            return;
        }
        String text = raw.strip();
        if (open && isJoint(text)) return;
        first = null;
        label = node.parent();
        boolean colon = !text.isEmpty() && ":：".indexOf(text.charAt(text.length() - 1)) >= 0;
        String words = colon ? text.substring(0, text.length() - 1).stripTrailing() : text;
        open = words.length() <= LONGEST_LABEL && isLabel(LowerCase.of(words), colon);
    }

    /** @param words in small letters, without the colon */
    static boolean isLabel(String words, boolean colon) {
        return LABELS.contains(words) || (colon && LABELS_WITH_COLON.contains(words));
    }

    /** Answers whether the link that begins here is one of a label's. */
    boolean begin(Element link) {
        boolean listed = open && !inLink && goesOn(link);
        open &= inLink || listed;
        inLink = true;
        return listed;
    }

    /** Whether it stands as the first one after the label does: beside it, or each in an element of its own. */
    private boolean goesOn(Element link) {
        Element parent = link.parent();
        if (parent == null) return false;
        if (first == null) first = parent;
        boolean each = first != label
                && parent.parent() == first.parent()
                && parent.normalName().equals(first.normalName());
        return parent == first || each;
    }

    void end() {
        inLink = false;
    }

    private static boolean isJoint(String text) {
        return text.length() <= LONGEST_JOINT
                && (text.equals("and") || text.codePoints().noneMatch(Character::isLetterOrDigit));
    }
}
