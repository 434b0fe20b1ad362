package dev.postwire.local.imports;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What makes a site of a folder: where the posts lie in it. */
enum Generator {
    HUGO("Hugo", List.of("content")),
    ZOLA("Zola", List.of("content")),
    PELICAN("Pelican", List.of("content")),
    DOCUSAURUS("Docusaurus", List.of("blog", "docs")),
    JEKYLL("Jekyll", List.of()),
    ELEVENTY("Eleventy", List.of()),
    /** A folder of posts. */
    NONE("", List.of());

    private static final Set<String> BESIDE_CONTENT = Set.of(
            "content", "archetypes", "layouts", "static", "assets", "themes", "data", "i18n", "public", "resources");

    private final String label;
    private final List<String> content;

    Generator(String label, List<String> content) {
        this.label = label;
        this.content = content;
    }

    /** Its name as its makers write it; empty for a plain folder. */
    String label() {
        return label;
    }

    /** The folders posts are in; empty where they may be anywhere. */
    List<String> content() {
        return content;
    }

    /** Whether the content's folder is the whole of the site's addresses, as {@code content/a.md} is {@code /a/}. */
    boolean isRoot(String folder) {
        return content.size() == 1 && content.get(0).equals(folder);
    }

    /** Whether pages of HTML outside the posts are templates. */
    boolean templates() {
        return this == JEKYLL || this == ELEVENTY;
    }

    /**
     * @param names of what lies in the folder
     * @param text of a file in it, by its name
     */
    static Generator of(Set<String> names, Function<String, String> text) {
        if (anyOf(names, "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")) return HUGO;
        if (anyOf(names, "zola.toml")) return ZOLA;
        if (names.contains("config.toml") && names.contains("content")) {
            return text.apply("config.toml").matches("(?s)(.*\\n)?\\s*base_url\\s*=.*") ? ZOLA : HUGO;
        }
        if (anyOf(names, "pelicanconf.py")) return PELICAN;
        if (names.stream().anyMatch(name -> name.startsWith("docusaurus.config."))) return DOCUSAURUS;
        if (names.stream().anyMatch(name -> name.equals(".eleventy.js") || name.startsWith("eleventy.config."))) {
            return ELEVENTY;
        }
        if (anyOf(names, "_config.yml", "_config.yaml", "_config.toml", "_posts")) return JEKYLL;
        // Without a configuration that is known: a content folder among nothing but what lies beside one.
        boolean content = names.contains("content") && names.stream().allMatch(Generator::isBesideContent);
        return content ? HUGO : NONE;
    }

    private static boolean isBesideContent(String name) {
        return name.startsWith(".") || name.startsWith("config") || BESIDE_CONTENT.contains(name);
    }

    private static boolean anyOf(Set<String> names, String... some) {
        for (String name : some) if (names.contains(name)) return true;
        return false;
    }
}
