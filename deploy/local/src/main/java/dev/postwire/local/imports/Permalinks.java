package dev.postwire.local.imports;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a generator puts a post, by its file and its front matter, under the generator's own rules as they are when nothing is set:
 * rules that a site's configuration changes are not read, but an address that the post itself names comes first.
 */
final class Permalinks {
    private static final Pattern DATED = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})[-_](.+)");
    private static final Pattern NUMBERED = Pattern.compile("\\d+[-_.] ?(?=\\D)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}).*");

    private final Generator generator;
    private final URI site;

    Permalinks(Generator generator, URI site) {
        this.generator = generator;
        this.site = site;
    }

    /** @param relative from the site's content, or from the folder where that is all of it */
    String of(String relative, Head head) {
        Optional<String> named = head.get(
                switch (generator) {
                    case HUGO -> new String[] {"url"};
                    case ZOLA -> new String[] {"path"};
                    case PELICAN -> new String[] {"url", "save_as"};
                    case DOCUSAURUS -> new String[] {"none"};
                    default -> new String[] {"permalink", "url"};
                });
        if (named.isPresent() && named.get().matches("https?://\\S+")) return named.get();
        if (named.filter(path -> path.matches("/?[^:{]*")).isPresent()) return absolute(named.get());
        String suffix = Kind.suffix(relative);
        String stem = suffix.isEmpty() ? relative : relative.substring(0, relative.length() - suffix.length() - 1);
        return absolute(path(stem, suffix, head));
    }

    private String path(String stem, String suffix, Head head) {
        int slash = stem.lastIndexOf('/');
        String folder = slash < 0 ? "" : stem.substring(0, slash + 1);
        String name = stem.substring(slash + 1);
        return switch (generator) {
            case HUGO ->
                pretty(folder, name, head.get("slug")).toLowerCase(Locale.ROOT).replace(' ', '-');
            case ZOLA -> pretty(folder, undated(name), head.get("slug"));
            case PELICAN ->
                (folder.startsWith("pages/") ? "pages/" : "")
                        + slug(head.get("slug").or(() -> head.get("title")).orElse(name)) + ".html";
            case DOCUSAURUS -> docusaurus(folder, name, head);
            case JEKYLL -> jekyll(folder, name, head);
            case ELEVENTY -> pretty(folder, undated(name), Optional.empty());
            case NONE ->
                suffix.equals("md")
                        ? pretty(folder, name, Optional.empty())
                        : name.equals("index") ? folder : stem + "." + suffix;
        };
    }

    /** A page is a folder; one that is a folder already, with all its images, is an index in it. */
    private static String pretty(String folder, String name, Optional<String> slug) {
        if (!name.equals("index")) return folder + slug.orElse(name) + "/";
        String above = folder.replaceFirst("[^/]*/$", "");
        return slug.map(own -> above + own + "/").orElse(folder);
    }

    private static String jekyll(String folder, String name, Head head) {
        int posts = ("/" + folder).indexOf("/_posts/");
        Matcher dated = DATED.matcher(name);
        if (posts < 0 || !dated.matches()) return name.equals("index") ? folder : folder + name + ".html";
        String categories = folder.substring(0, posts);
        Matcher said = DATE.matcher(head.get("date").orElse(""));
        String day = said.matches() ? said.group(1) + "/" + said.group(2) + "/" + said.group(3) : day(dated);
        return categories + day + "/" + head.get("slug").orElse(dated.group(4)) + ".html";
    }

    private static String docusaurus(String folder, String name, Head head) {
        Optional<String> slug = head.get("slug");
        String section = folder.startsWith("docs/") ? "docs/" : "blog/";
        if (slug.isPresent())
            return slug.get().startsWith("/") ? section + slug.get().substring(1) : folder + slug.get();
        // A post may be a folder of its own, dated as a file is.
        String own = name.equals("index") ? folder.substring(0, Math.max(0, folder.length() - 1)) : folder + name;
        Matcher dated = DATED.matcher(own.substring(own.lastIndexOf('/') + 1));
        if (section.equals("blog/") && dated.matches()) return "blog/" + day(dated) + "/" + dated.group(4);
        return own.replaceAll("(^|/)" + NUMBERED.pattern(), "$1");
    }

    private static String day(Matcher dated) {
        return String.format(
                Locale.ROOT,
                "%s/%02d/%02d",
                dated.group(1),
                Integer.parseInt(dated.group(2)),
                Integer.parseInt(dated.group(3)));
    }

    /** The day a file's name begins with, as {@code 2024-01-09-first.md}. */
    static Optional<String> date(String relative) {
        for (String part : relative.split("/")) {
            Matcher dated = DATED.matcher(part);
            if (dated.matches()) return Optional.of(day(dated).replace('/', '-'));
        }
        return Optional.empty();
    }

    private static String undated(String name) {
        Matcher dated = DATED.matcher(name);
        return dated.matches() ? dated.group(4) : name;
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\s-]", "")
                .strip()
                .replaceAll("[\\s-]+", "-");
    }

    private String absolute(String path) {
        String base = site.getPath().isEmpty() ? "/" : site.getPath();
        String joined = (base.endsWith("/") ? base : base + "/") + path.replaceFirst("^/+", "");
        try {
            return new URI(site.getScheme(), site.getRawAuthority(), "/", null, null)
                    .resolve(new URI(null, null, joined, null, null).getRawPath())
                    .toASCIIString();
        } catch (URISyntaxException e) {
            return site.toASCIIString(); // cannot be: every character is quoted
        }
    }
}
