package dev.postwire.enrich.read.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What one tag says to a reader, as Markdown; most say nothing. */
final class Meanings {
    /** Tags whose words are addresses of the site's own pages, which nobody outside can resolve. */
    private static final Set<String> OWN_PAGES = Set.of("ref", "relref", "posturl", "link", "assetpath", "permalink");

    private static final Set<String> INCLUDES =
            Set.of("include", "includecached", "includerelative", "render", "partial", "component", "rendertemplate");

    /** Tags of the template languages themselves, which only steer what is shown. */
    private static final Set<String> STEERING = Set.of(
            "if",
            "unless",
            "else",
            "elsif",
            "elseif",
            "elif",
            "case",
            "when",
            "for",
            "break",
            "continue",
            "cycle",
            "tablerow",
            "assign",
            "capture",
            "increment",
            "decrement",
            "set",
            "macro",
            "import",
            "from",
            "extends",
            "block",
            "filter",
            "with",
            "raw",
            "verbatim",
            "toc",
            "more",
            "layout",
            "section",
            "liquid",
            "seo",
            "endraw",
            "",
            "feedmeta",
            "css",
            "js",
            "load");

    private static final Pattern FILTERS = Pattern.compile("\\|");
    private static final Pattern QUOTED =
            Pattern.compile("\\s*(?:\"([^\"]{0,1000})\"|'([^']{0,1000})').*", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("https?://");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z]\\w{0,40}");
    private static final String[] WORDS = {
        "caption", "summary", "title", "text", "content", "message", "label", "description", "alt", "quote", "name"
    };
    /** Parts that a reader opens by their label. */
    private static final Set<String> LABELLED = Set.of("tab", "details", "expand", "collapse", "accordion", "spoiler");

    private static final Set<String> BUTTONS = Set.of("button", "btn", "link", "card", "extlink", "a", "linkbutton");
    private static final Set<String> QUOTES =
            Set.of("blockquote", "quote", "pullquote", "epigraph", "cq", "centerquote");

    private final Map<String, String> values;
    private final Embeds embeds;
    /** What is to stand where the blocks that are open now close. */
    private final List<Closing> closings = new ArrayList<>();

    Meanings(Map<String, String> values, UnaryOperator<String> inlineHtml) {
        this.values = values;
        this.embeds = new Embeds(inlineHtml);
    }

    /** Where a tag stands, which decides how much it may become. */
    enum Place {
        /** Nothing else is on its line. */
        ALONE,
        /** Among words on both sides. */
        AMONG_WORDS,
        /** In the address of a link or an image. */
        ADDRESS,
        OTHER
    }

    /** @param closed whether another tag closes it */
    String of(Tag tag, Place place, BooleanSupplier closed) {
        if (tag.kind() == Tag.Kind.QUOTED) return "`` " + tag.words() + " ``";
        if (tag.closes()) return closing(tag.name());
        if (tag.kind() == Tag.Kind.VALUE && tag.name().isEmpty()) return value(tag.words(), place);
        Arguments arguments = Arguments.of(tag.words());
        if (place == Place.ADDRESS) return address(tag, arguments);
        return shown(tag, arguments, place, closed);
    }

    private record Closing(String name, String markdown) {}

    /** Zola's end has no name: it closes whatever is open. */
    private String closing(String name) {
        int last = closings.size() - 1;
        boolean open =
                last >= 0 && (name.isEmpty() || name.equals(closings.get(last).name()));
        return open ? closings.remove(last).markdown() : "";
    }

    private static String label(Arguments arguments, Place place) {
        String words = arguments
                .named("title", "summary", "name", "header", "label")
                .or(() -> arguments.quoted().stream().findFirst())
                .orElse("");
        return words.isBlank() || place != Place.ALONE ? words : "**" + words.strip() + "**\n";
    }

    private String shown(Tag tag, Arguments arguments, Place place, BooleanSupplier closed) {
        String name = tag.name();
        if (INCLUDES.contains(name)) name = fileName(arguments);
        if (QUOTES.contains(name) && place == Place.ALONE && closed.getAsBoolean())
            return quote(name, tag.words(), arguments);
        Optional<String> target = BUTTONS.contains(name) && closed.getAsBoolean()
                ? arguments.named("href", "url", "link", "relref")
                : Optional.empty();
        if (target.isPresent()) {
            closings.add(new Closing(name, "](<" + (Embeds.isWeb(target.get()) ? target.get() : "") + ">)"));
            return "[";
        }
        if (name.equals("param"))
            return arguments
                    .positional(0)
                    .map(key -> values.getOrDefault(folded(key), ""))
                    .orElse("");
        if (name.equals("postlink") || name.equals("assetlink")) return ownLink(tag.words());
        if (STEERING.contains(name)) return "";
        if (LABELLED.contains(name)) return label(arguments, place);
        Optional<String> embed = embeds.of(name, arguments, place == Place.ALONE);
        if (embed.isPresent()) return embed.get();
        if (OWN_PAGES.contains(name)) return "";
        boolean mentioned = place == Place.AMONG_WORDS
                && tag.kind() == Tag.Kind.BLOCK
                && tag.words().isEmpty();
        return mentioned ? "`" + name + "`" : words(arguments, place);
    }

    /** What a tag nobody knows has to say: a title, a caption, a sentence in quotes. */
    private static String words(Arguments arguments, Place place) {
        String words = arguments
                .named(WORDS)
                .filter(Meanings::isSentence)
                .or(() ->
                        arguments.quoted().stream().filter(Meanings::isSentence).findFirst())
                .orElse("");
        if (words.isEmpty()) return "";
        return place == Place.ALONE ? "**" + words.strip().replace("\n", " ") + "**\n" : words;
    }

    private static boolean isSentence(String words) {
        return words.indexOf(' ') > 0 || words.codePoints().anyMatch(Character::isIdeographic);
    }

    private String quote(String name, String words, Arguments arguments) {
        String by = arguments.named().isEmpty() ? ADDRESS.split(words, 2)[0] : "";
        String author = Embeds.escaped(
                arguments.named("author", "by", "cite", "source").orElse(by).strip());
        closings.add(new Closing(name, "\n" + (author.isBlank() ? "" : "\n— " + author + "\n") + "\n</blockquote>\n"));
        return "<blockquote>\n";
    }

    /** Hexo's {@code post_link file title}. */
    private static String ownLink(String words) {
        String[] parts = words.split("\\s+", 2);
        String title = parts.length > 1 ? parts[1].replaceAll("\\s(?:true|false)$", "") : parts[0].replace('-', ' ');
        return title.replaceAll("^[\"']|[\"']$", "");
    }

    private String address(Tag tag, Arguments arguments) {
        if (OWN_PAGES.contains(tag.name()) && !tag.name().equals("assetpath")) return "";
        return arguments
                .named("src", "path", "url", "file")
                .or(() -> arguments.positional(0))
                .filter(value -> value.indexOf('.') > 0 || value.startsWith("/"))
                .map(value -> value.replace(" ", "%20"))
                .orElse("");
    }

    /** A text in quotes is itself, whatever filters follow; a field of the front matter is its value. */
    private String value(String words, Place place) {
        var quoted = QUOTED.matcher(words);
        if (quoted.matches()) {
            String text = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            return place == Place.ADDRESS ? text.replace(" ", "%20") : text;
        }
        String path = FILTERS.split(words, 2)[0].strip();
        int dot = path.lastIndexOf('.');
        String owner = dot < 0 ? "" : path.substring(0, dot).toLowerCase(Locale.ROOT);
        boolean ofPost = owner.isEmpty()
                || Set.of("page", "post", "this", ".params", "page.extra", "page.params")
                        .contains(owner);
        String value = ofPost ? values.get(folded(path.substring(dot + 1))) : null;
        if (value != null && place != Place.ADDRESS) return value;
        boolean mentioned =
                place == Place.AMONG_WORDS && PLAIN_NAME.matcher(words).matches();
        return mentioned ? "`" + words + "`" : "";
    }

    private static String fileName(Arguments arguments) {
        String path = arguments.positional(0).orElse("");
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return folded(dot < 0 ? file : file.substring(0, dot));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
