package dev.postwire.enrich.sanitise;

import dev.postwire.enrich.post.CleanText;
import dev.postwire.enrich.word.LowerCase;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A block of code as its author wrote it: its text without what a highlighter put around it, and its language by its classes. Used by one thread. */
final class CodeText {
    private static final int LONGEST_LANGUAGE = 30;
    private static final int LONGEST_CLASSES = 200;
    /** How far out a highlighter may have named the language: a block, in a table, in a figure. */
    private static final int LEVELS_OUT = 3;

    private static final String[] PREFIXES = {
        "language-", "lang-", "lang:", "highlight-source-", "highlight-text-", "highlight-", "brush:", "src-", "sh_"
    };
    /** Classes that stand beside a bare name of a language. */
    private static final Set<String> BESIDE = Set.of("hljs", "sourcecode", "highlight", "prettyprint", "codehilite");

    private static final Set<String> NO_LANGUAGE = Set.of(
            "none nohighlight no-highlight undefined null default auto notranslate highlight source text-plain linenums hljs en en-us"
                    .split(" "));
    private static final String[] ATTRIBUTES = {"data-lang", "data-language", "data-enlighter-language", "lang"};
    private static final Set<String> GUTTERS = Set.of(
            "gutter", "lineno", "linenos", "line-numbers", "linenumber", "line-number", "linenodiv", "ln", "blob-num");
    private static final Set<String> LINES = Set.of("div", "p", "tr", "li");

    /** What was found around the code: a page may hold all of its code in one element. */
    private final Map<Element, String> found = new IdentityHashMap<>();

    /** Whether it numbers the lines of the code beside it. */
    static boolean isGutter(Element element) {
        String names = element.attr("class");
        if (names.isEmpty() || names.length() > LONGEST_CLASSES) return false;
        if (!names.contains("ln") && !names.contains("lin") && !names.contains("gutter") && !names.contains("blob"))
            return false;
        for (String name : classes(element)) if (GUTTERS.contains(name)) return true;
        return false;
    }

    /** Whether the code is nothing but the line numbers of that beside it. */
    static boolean numbersLines(Element pre, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isDigit(c) && !Character.isWhitespace(c)) return false;
        }
        Element around = pre.parent();
        for (int level = 0; level < 2 && around != null; level++, around = around.parent()) {
            if (isGutter(around)) return true;
        }
        return false;
    }

    /** The text, its lines ended by line feeds, without blank lines at its ends and white space after its last. */
    static String of(Element pre) {
        StringBuilder text = new StringBuilder();
        collect(pre, text);
        String clean = CleanText.of(text.toString()).stripTrailing();
        int start = 0;
        for (int i = 0; i < clean.length() && Character.isWhitespace(clean.charAt(i)); i++) {
            if (clean.charAt(i) == '\n') start = i + 1;
        }
        return clean.substring(start);
    }

    private static void collect(Element element, StringBuilder text) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) text.append(words.getWholeText());
            else if (node instanceof Element child) collectChild(child, text);
        }
    }

    private static void collectChild(Element child, StringBuilder text) {
        String name = child.normalName();
        if (name.equals("br")) text.append('\n');
        if (Kind.of(name) == Kind.GONE || isGutter(child)) return;
        boolean line = LINES.contains(name);
        if (line && text.length() > 0 && text.charAt(text.length() - 1) != '\n') text.append('\n');
        int before = text.length();
        collect(child, text);
        boolean ended = text.length() > before && text.charAt(text.length() - 1) == '\n';
        if (line && !ended) text.append('\n');
    }

    /** The language in lower case; empty where no class or attribute names one. */
    String language(Element pre) {
        Element code = pre.childrenSize() == 1 ? pre.child(0) : null;
        String name = code == null ? "" : named(code, true);
        if (name.isEmpty()) name = named(pre, true);
        Element around = pre.parent();
        for (int level = 0; level < LEVELS_OUT && around != null && name.isEmpty(); level++) {
            name = found.computeIfAbsent(around, e -> named(e, Kind.of(e.normalName()) == Kind.FIGURE));
            around = around.parent();
        }
        return name;
    }

    private static String named(Element element, boolean ofCodeOnly) {
        if (element.attributesSize() == 0) return "";
        String[] classes = classes(element);
        for (int i = 0; i < classes.length; i++) {
            for (String prefix : PREFIXES) {
                if (!classes[i].startsWith(prefix)) continue;
                boolean apart = classes[i].length() == prefix.length() && i + 1 < classes.length;
                String name = language(apart ? classes[i + 1] : classes[i].substring(prefix.length()));
                if (!name.isEmpty()) return name;
            }
        }
        if (!ofCodeOnly) return "";
        for (String attribute : ATTRIBUTES) {
            String name = language(LowerCase.of(element.attr(attribute).strip()));
            if (!name.isEmpty()) return name;
        }
        boolean beside = classes.length == 2 && (BESIDE.contains(classes[0]) || BESIDE.contains(classes[1]));
        return beside ? language(BESIDE.contains(classes[0]) ? classes[1] : classes[0]) : "";
    }

    private static String[] classes(Element element) {
        String names = LowerCase.of(element.attr("class").strip());
        return (names.length() > LONGEST_CLASSES ? "" : names).split("[\\s;]+");
    }

    private static String language(String name) {
        boolean known = !name.isEmpty() && name.length() <= LONGEST_LANGUAGE && !NO_LANGUAGE.contains(name);
        for (int i = 0; known && i < name.length(); i++) {
            char c = name.charAt(i);
            known = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+#.-_".indexOf(c) >= 0;
        }
        return known ? name : "";
    }
}
