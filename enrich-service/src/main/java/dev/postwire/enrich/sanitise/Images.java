package dev.postwire.enrich.sanitise;

import dev.postwire.enrich.post.CleanText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Writes the images of one post among its words. Used by one thread. */
final class Images {
    private static final Pattern IMAGE_FILE =
            Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)(?:[?#].{0,2048})?$");

    private final Words words;
    private final Addresses addresses;
    private final ImageSources sources;
    private final Set<String> shown = new HashSet<>();

    Images(Words words, Addresses addresses) {
        this.words = words;
        this.addresses = addresses;
        this.sources = new ImageSources(addresses);
    }

    Addresses addresses() {
        return addresses;
    }

    void take(Element image) {
        if (!addresses.areSpent()) sources.of(image).ifPresent(source -> write(image, source));
    }

    /** What stands in for an image that a script would load; one that is there already is not shown twice. */
    void takeFallback(Element element) {
        for (Element child : element.children()) {
            if (!child.normalName().equals("img")) {
                takeFallback(child);
            } else if (!addresses.areSpent()) {
                sources.of(child)
                        .filter(source -> !shown.contains(source.shown()))
                        .ifPresent(source -> write(child, source));
            }
        }
    }

    private void write(Element image, ImageSources.Source source) {
        Element written = AllowList.element("img");
        if (!AllowList.set(written, "src", source.shown())) return;
        AllowList.set(written, "alt", CleanText.oneLine(image.attr("alt")));
        String title = CleanText.oneLine(image.attr("title"));
        if (!title.isEmpty()) AllowList.set(written, "title", title);
        linkedFullSize()
                .or(source::full)
                .filter(url -> !url.equals(source.shown()))
                .ifPresent(url -> AllowList.set(written, Sanitiser.FULL_SIZE, url));
        words.add(written);
        addresses.spend();
        shown.add(source.shown());
    }

    private Optional<String> linkedFullSize() {
        Format link = words.link();
        if (link == null) return Optional.empty();
        boolean full = link.leadsToFullSize() || IMAGE_FILE.matcher(link.href()).find();
        return full ? Optional.of(link.href()) : Optional.empty();
    }
}
