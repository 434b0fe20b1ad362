package dev.postwire.enrich.tree;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Removes many elements at once. Removing them one by one takes jsoup time in the number of their siblings for each. */
public final class Pruning {
    private Pruning() {}

    /** Takes the elements, with all in them, out of their tree. */
    public static void remove(Collection<Element> elements) {
        Set<Node> pruned = identitySet();
        Set<Element> parents = identitySet();
        for (Element element : elements) {
            pruned.add(element);
            if (element.parent() != null) parents.add(element.parent());
        }
        for (Element parent : parents) {
            List<Node> children = List.copyOf(parent.childNodes());
            parent.empty();
            for (Node child : children) {
                if (!pruned.contains(child)) parent.appendChild(child);
            }
        }
    }

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
