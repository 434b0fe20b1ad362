package dev.postwire.local.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What in a folder is not looked into, or is no post, by its name alone; and what to call that. Pure. */
final class Passes {
    private static final Set<String> BUILT = Set.of(
            "node_modules",
            "bower_components",
            "public",
            "_site",
            "dist",
            "build",
            "out",
            "output",
            "target",
            "vendor",
            "__pycache__");
    private static final Set<String> TEMPLATES = Set.of(
            "_includes",
            "_layouts",
            "_sass",
            "_data",
            "_plugins",
            "layouts",
            "archetypes",
            "themes",
            "static",
            "assets");
    private static final Set<String> ABOUT =
            Set.of("readme", "license", "contributing", "changelog", "code_of_conduct", "security");

    private final Generator generator;
    private final boolean around;
    private final boolean drafts;

    Passes(Site site, boolean drafts) {
        this.generator = site.generator();
        this.around = !site.within() && !generator.content().isEmpty();
        this.drafts = drafts;
    }

    /** Why a folder is left alone; empty where it is looked into. */
    Optional<String> folder(String relative) {
        String name = relative.substring(relative.lastIndexOf('/') + 1);
        if (name.startsWith(".")) return Optional.of("hidden");
        if (BUILT.contains(name)) return Optional.of("built or fetched, not written");
        if (generator != Generator.NONE && TEMPLATES.contains(name)) return Optional.of("templates");
        if (name.equals("_drafts") && !drafts) return Optional.of("drafts");
        boolean elsewhere = around
                && generator.content().stream()
                        .noneMatch(content -> relative.equals(content) || relative.startsWith(content + "/"));
        return elsewhere ? Optional.of("outside the site's content") : Optional.empty();
    }

    /** Why a file is no post; empty where it may be one. */
    Optional<String> file(String relative) {
        String name = relative.substring(relative.lastIndexOf('/') + 1);
        boolean top = relative.indexOf('/') < 0;
        if (name.startsWith(".")) return Optional.of("hidden");
        if (top && around) return Optional.of("outside the site's content");
        if (top && ABOUT.contains(stem(name).toLowerCase(Locale.ROOT))) return Optional.of("about the folder itself");
        if (name.equals("_index.md") || name.startsWith("_index.")) return Optional.of("a section's list");
        Optional<Kind> kind = Kind.ofName(Unpacked.name(name));
        if (kind.isEmpty() && !Unpacked.isArchive(name)) {
            String suffix = Kind.suffix(name);
            return Optional.of(suffix.isEmpty() ? "no suffix" : "." + suffix);
        }
        boolean template =
                generator.templates() && kind.filter(Kind.HTML::equals).isPresent();
        return template && !relative.matches("(.*/)?_posts/.*") ? Optional.of("templates") : Optional.empty();
    }

    private static String stem(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
