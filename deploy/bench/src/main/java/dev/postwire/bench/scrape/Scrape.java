package dev.postwire.bench.scrape;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A page's whole visible text, navigation and all. Text for text what the shared scorer's own scraper gives. */
public final class Scrape implements Markup.Handler {
    private static final Set<String> BLOCKS = Set.of(("address article aside blockquote br button dd details div dl dt"
                    + " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol"
                    + " option p pre section select summary table td th tr ul")
            .split(" "));
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "svg", "head", "iframe");

    private final StringBuilder out = new StringBuilder();
    private final boolean glue;
    private int unseen;

    /** What the text looks like. */
    public enum Form {
        /** A line per block element. */
        LINES,
        /** As lines, but images leave their alternative text stuck to what follows. */
        GLUED,
        /** Everything on one line. */
        ONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Scrape(boolean glue) {
        this.glue = glue;
    }

    public static String of(String page, Form form) {
        Scrape scrape = new Scrape(form == Form.GLUED);
        new Markup(page.replace("\r\n", "\n").replace('\r', '\n'), scrape).read();
        return Arrays.stream(scrape.out.toString().split("\n"))
                .map(line -> Whitespace.strip(line.replaceAll(" +", " ")))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(form == Form.ONE ? " " : "\n"));
    }

    @Override
    public void start(String tag, Map<String, String> attributes) {
        if (UNSEEN.contains(tag)) unseen++;
        if (BLOCKS.contains(tag)) out.append('\n');
        if (glue && unseen == 0 && tag.equals("img")) out.append(attributes.getOrDefault("alt", ""));
    }

    @Override
    public void end(String tag) {
        // An end tag too many must not hide or show what follows for good.
        if (UNSEEN.contains(tag)) unseen = Math.max(0, unseen - 1);
        if (BLOCKS.contains(tag)) out.append('\n');
    }

    @Override
    public void text(String text) {
        if (unseen == 0) out.append(Whitespace.collapse(text));
    }
}
