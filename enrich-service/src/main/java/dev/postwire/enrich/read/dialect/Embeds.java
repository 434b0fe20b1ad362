package dev.postwire.enrich.read.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a tag shows from elsewhere, as Markdown: an image with its caption, or a link to a video, a message, a page. */
final class Embeds {
    private static final Pattern IMAGE_FILE =
            Pattern.compile("(?i)[^?#]{1,1000}\\.(?:jpe?g|png|gif|webp|svg|avif|bmp)(?:[?#].{0,500})?");
    private static final Pattern SIZE = Pattern.compile("\\d{1,5}(?:px|%)?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{4,40}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Set<String> IMAGES = Set.of(
            "figure",
            "fig",
            "img",
            "image",
            "images",
            "picture",
            "photo",
            "assetimg",
            "imgleft",
            "imgright",
            "resizeimage");
    private static final String[] SOURCES = {
        "src", "url", "path", "file", "image", "image_path", "img", "filename", "source"
    };
    private static final String[] CAPTIONS = {"caption", "description", "title"};

    private final UnaryOperator<String> inlineHtml;

    /** @param inlineHtml renders one line of Markdown, safely within HTML */
    Embeds(UnaryOperator<String> inlineHtml) {
        this.inlineHtml = inlineHtml;
    }

    /** @param alone whether nothing else stands on the tag's line */
    Optional<String> of(String name, Arguments arguments, boolean alone) {
        Optional<String> image = imageSource(name, arguments);
        if (image.isPresent()) return Optional.of(image(image.get(), arguments, alone));
        return address(name, arguments).map(url -> link(url, arguments));
    }

    private static Optional<String> imageSource(String name, Arguments arguments) {
        Optional<String> named = arguments.named(SOURCES);
        if (IMAGES.contains(name) && named.isPresent()) return named;
        if (named.isPresent() && IMAGE_FILE.matcher(named.get()).matches()) return named;
        return arguments.positional().stream()
                .filter(value -> IMAGE_FILE.matcher(value).matches())
                .findFirst();
    }

    private String image(String source, Arguments arguments, boolean alone) {
        Optional<String> caption = arguments.named(CAPTIONS);
        String alt =
                arguments.named("alt").or(() -> besides(source, arguments)).orElse(alone ? "" : caption.orElse(""));
        if (!alone || caption.isEmpty()) return "![" + escaped(alt) + "](<" + address(source) + ">)";
        String image = "<img src=\"" + attribute(source) + "\" alt=\"" + attribute(alt) + "\">";
        Optional<String> target = arguments.named("link").filter(link -> link.startsWith("http"));
        if (target.isPresent()) image = "<a href=\"" + attribute(target.get()) + "\">" + image + "</a>";
        return "<figure>" + image + "<figcaption>" + caption(caption.get(), arguments) + "</figcaption></figure>\n";
    }

    private String caption(String caption, Arguments arguments) {
        Optional<String> title = arguments.named("title").filter(words -> !words.equals(caption));
        Optional<String> credit = arguments.named("attr");
        String words = title.map(t -> t + ": ").orElse("")
                + caption
                + credit.map(c -> " (" + c + ")").orElse("");
        return inlineHtml.apply(words.replaceAll("\\s+", " "));
    }

    /** What stands behind the file, sizes aside, is what it shows: in quotes, or in Hexo's way as it is. */
    private static Optional<String> besides(String source, Arguments arguments) {
        int file = arguments.positional().indexOf(source);
        List<String> rest = file < 0
                ? List.of()
                : arguments
                        .positional()
                        .subList(file + 1, arguments.positional().size());
        Optional<String> quoted =
                rest.stream().filter(arguments.quoted()::contains).findFirst();
        if (quoted.isPresent()) return quoted;
        String words =
                rest.stream().filter(word -> !SIZE.matcher(word).matches()).collect(Collectors.joining(" "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> address(String name, Arguments arguments) {
        Optional<String> url = arguments
                .named("url", "href", "src", "link", "id")
                .filter(Embeds::isWeb)
                .or(() -> arguments.positional().stream().filter(Embeds::isWeb).findFirst());
        if (url.isPresent()) return url;
        String id = arguments
                .named("id", "video", "videoid", "video_id", "tweet", "pen")
                .or(() -> arguments.positional(
                        name.equals("gist") && arguments.positional().size() > 1 ? 1 : 0))
                .orElse("");
        if (!ID.matcher(id).matches()) return Optional.empty();
        return Optional.ofNullable(known(name, id, user(name, arguments)));
    }

    private static String user(String name, Arguments arguments) {
        String user = arguments.named("user", "username").orElse("");
        if (user.isEmpty() && name.equals("gist") && arguments.positional().size() > 1) {
            user = arguments.positional().get(0);
        }
        return USER.matcher(user).matches() ? user : "";
    }

    /** Services that generators have tags of their own for; {@code null} for any other. */
    private static String known(String name, String id, String user) {
        return switch (name) {
            case "youtube", "youtubelite", "youtubeplayer", "ytvideo", "yt", "liteyoutube" ->
                "https://www.youtube.com/watch?v=" + id;
            case "vimeo", "vimeoplayer" -> "https://vimeo.com/" + id;
            case "tweet", "twitter", "twittersimple", "x", "xsimple" ->
                "https://twitter.com/" + (user.isEmpty() ? "i/web" : user) + "/status/" + id;
            case "instagram" -> "https://www.instagram.com/p/" + id + "/";
            case "gist" -> "https://gist.github.com/" + (user.isEmpty() ? "" : user + "/") + id;
            case "bilibili" -> "https://www.bilibili.com/video/" + id;
            case "asciinema" -> "https://asciinema.org/a/" + id;
            case "codepen" -> user.isEmpty() ? null : "https://codepen.io/" + user + "/pen/" + id;
            default -> null;
        };
    }

    private static String link(String url, Arguments arguments) {
        String words = arguments.named("title", "text", "label", "caption").orElse("");
        return "[" + escaped(words.isEmpty() ? url : words) + "](<" + address(url) + ">)";
    }

    static boolean isWeb(String value) {
        String lower = value.substring(0, Math.min(8, value.length())).toLowerCase(Locale.ROOT);
        return List.of("http://", "https://").stream().anyMatch(lower::startsWith) && value.indexOf(' ') < 0;
    }

    private static String address(String url) {
        return url.strip().replace("<", "%3C").replace(">", "%3E").replace("\n", "");
    }

    static String escaped(String words) {
        return words.replaceAll("\\s+", " ")
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("_", "\\_")
                .replace("*", "\\*");
    }

    private static String attribute(String value) {
        return value.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
