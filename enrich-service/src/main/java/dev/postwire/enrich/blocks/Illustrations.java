package dev.postwire.enrich.blocks;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tells images that belong to a text from icons, counters and the pictures of what a page advertises. */
final class Illustrations {
    private static final int SMALLEST_IMAGE_PIXELS = 48;
    private static final Pattern IMAGE_FILE =
            Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)(?:[?#].{0,2048})?$");

    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)\\s*(?:(?:image|photo|picture|foto|bild|video|source|quelle)s?(?: ?credit| courtesy)?s? ?(?:[:：/©|]|by\\b|via\\b|von\\b)|credits?\\b|courtesy\\b|©)");

    private Illustrations() {}

    /** Whether the element holds one image that leads nowhere but to itself, and no control. */
    static boolean isOne(Element element) {
        Elements images = element.getElementsByTag("img");
        Element image = null;
        for (Element one : images) {
            if (one.closest("noscript") != null) continue;
            if (image != null) return false;
            image = one;
        }
        if (image == null
                || !shows(image)
                || !element.select("button, form, h1, h2, h3, h4, table, ul").isEmpty()) return false;
        for (Element around = image.parent(); around != null && around != element; around = around.parent()) {
            if (around.nameIs("a") && around.hasAttr("href")) {
                return IMAGE_FILE.matcher(around.attr("href")).find();
            }
        }
        return true;
    }

    /** Whether its words are said to be a caption, and say more than whose image it is. */
    static boolean hasCaption(Element element) {
        boolean named = element.nameIs("figure")
                || element.className().toLowerCase(Locale.ROOT).contains("caption");
        return named && !CREDIT.matcher(element.text()).lookingAt();
    }

    /** Whether it is more than an icon or a counter's dot. */
    static boolean shows(Element image) {
        return pixels(image, "width") > SMALLEST_IMAGE_PIXELS && pixels(image, "height") > SMALLEST_IMAGE_PIXELS;
    }

    /** A length as the attribute gives it; any length where it does not. */
    private static int pixels(Element image, String attribute) {
        String value = image.attr(attribute);
        int pixels = 0;
        int digits = 0;
        while (digits < value.length() && digits < 5 && Character.isDigit(value.charAt(digits))) {
            pixels = pixels * 10 + (value.charAt(digits++) - '0');
        }
        boolean whole = digits > 0 && (digits == value.length() || value.startsWith("px", digits));
        return whole ? pixels : Integer.MAX_VALUE;
    }
}
