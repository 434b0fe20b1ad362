package dev.postwire.enrich.sanitise;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** Where an image is to be had: where its page shows it from, late or at once, and where it is largest. */
final class ImageSources {
    /** Where pages that load their images late keep the address. */
    private static final String[] LATE = {
        "data-src",
        "data-lazy-src",
        "data-original",
        "data-lazy",
        "data-original-src",
        "data-echo",
        "data-actualsrc",
        "data-cfsrc"
    };

    private static final String[] SETS = {"srcset", "data-srcset", "data-lazy-srcset", "data-original-set"};
    private static final String[] LARGE = {
        "data-orig-file",
        "data-large-file",
        "data-full-src",
        "data-full-url",
        "data-full",
        "data-large_image",
        "data-zoom-image",
        "data-zoom-src",
        "data-hi-res-src",
        "data-highres"
    };

    private final Addresses addresses;

    /** @param full empty where nothing larger than what is shown is known */
    record Source(String shown, Optional<String> full) {}

    ImageSources(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Empty for an image that nothing can be shown of, or that only counts readers. */
    Optional<Source> of(Element image) {
        if (isPixel(image)) return Optional.empty();
        Optional<String> largest = largest(image);
        Optional<String> shown = first(image, LATE)
                .or(() -> addresses.resolve(image.attr("src")))
                .or(() -> largest);
        Optional<String> full = first(image, LARGE).or(() -> largest).filter(url -> !url.equals(shown.get()));
        return shown.map(url -> new Source(url, full));
    }

    private static boolean isPixel(Element image) {
        return isOne(image.attr("width")) || isOne(image.attr("height"));
    }

    private static boolean isOne(String size) {
        return size.equals("1") || size.equals("0") || size.equals("1px");
    }

    private Optional<String> first(Element image, String[] names) {
        for (String name : names) {
            if (!image.hasAttr(name)) continue;
            Optional<String> address = addresses.resolve(image.attr(name));
            if (address.isPresent()) return address;
        }
        return Optional.empty();
    }

    /** Of the image's own candidates, else of those of the picture it is in. */
    private Optional<String> largest(Element image) {
        Optional<String> own = largestOf(image);
        Element picture = image.parent();
        if (own.isPresent() || picture == null || !picture.normalName().equals("picture")) return own;
        for (Element source : picture.children()) {
            if (source == image) break;
            Optional<String> other = source.normalName().equals("source") ? largestOf(source) : Optional.empty();
            if (other.isPresent()) return other;
        }
        return own;
    }

    private Optional<String> largestOf(Element element) {
        for (String name : SETS) {
            if (!element.hasAttr(name)) continue;
            Optional<String> address = addresses.resolve(largest(element.attr(name)));
            if (address.isPresent()) return address;
        }
        return Optional.empty();
    }

    /** The candidate with the greatest width or density, as HTML's "parse a srcset attribute" tells them apart. */
    static String largest(String set) {
        String best = "";
        double most = -1;
        int at = 0;
        while (at < set.length()) {
            while (at < set.length() && (set.charAt(at) == ',' || Character.isWhitespace(set.charAt(at)))) at++;
            int start = at;
            while (at < set.length() && !Character.isWhitespace(set.charAt(at))) at++;
            String url = set.substring(start, at);
            double size = 1;
            if (url.endsWith(",")) {
                url = url.substring(0, url.length() - 1);
            } else {
                int end = set.indexOf(',', at);
                if (end < 0) end = set.length();
                size = size(set.substring(at, end).strip());
                at = end;
            }
            if (!url.isEmpty() && size > most) {
                best = url;
                most = size;
            }
        }
        return best;
    }

    private static double size(String descriptor) {
        if (descriptor.isEmpty() || descriptor.length() > 12) return 1;
        try {
            return Double.parseDouble(descriptor.substring(0, descriptor.length() - 1));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
