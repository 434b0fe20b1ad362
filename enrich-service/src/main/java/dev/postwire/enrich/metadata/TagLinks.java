package dev.postwire.enrich.metadata;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Tells links that name a post's tags from all others: by their relation, or by an address like {@code /tags/steam/}. */
final class TagLinks {
    private static final Set<String> LISTS = Set.of(
            "tag tags tagged category categories topic topics label labels keyword keywords schlagwort stichwort kategorie"
                    .split(" "));
    private static final int LONGEST = 300;
    private static final int FEW_LETTERS = 12;
    private static final int LEVELS = 3;

    private TagLinks() {}

    /** Whether its relation says that it is a tag. */
    static boolean isMarked(Element link) {
        String rel = link.attributes().get("rel");
        if (rel.isEmpty()) return false;
        return rel.equals("tag") || rel.startsWith("tag ") || rel.endsWith(" tag") || rel.contains(" tag ");
    }

    /** Whether the words right beside it make it a part of a sentence. */
    static boolean isInText(Element link) {
        return letters(link.previousSibling()) + letters(link.nextSibling()) > FEW_LETTERS;
    }

    private static int letters(Node node) {
        if (!(node instanceof TextNode text)) return 0;
        String words = text.getWholeText();
        int letters = 0;
        for (int i = 0; i < words.length() && letters <= FEW_LETTERS; i++) {
            if (Character.isLetter(words.charAt(i))) letters++;
        }
        return letters;
    }

    /** Whether an element right around it is named for tags. */
    static boolean isInList(Element link) {
        Element around = link.parent();
        for (int level = 0; level < LEVELS && around != null; level++, around = around.parent()) {
            if ((ClassWords.of(around.className()) & ClassWords.TAG) != 0) return true;
        }
        return false;
    }

    /** Whether the last but one part of the path says what the last one is. */
    static boolean leadsToTag(String href) {
        if (href.length() > LONGEST) return false;
        int end = href.length();
        for (int i = 0; i < end; i++) {
            char c = href.charAt(i);
            if (c == '?' || c == '#') end = i;
        }
        if (end > 0 && href.charAt(end - 1) == '/') end--;
        int last = href.lastIndexOf('/', end - 1);
        if (last <= 0 || last == end - 1) return false;
        int list = href.lastIndexOf('/', last - 1);
        return list >= 0 && LISTS.contains(href.substring(list + 1, last));
    }
}
