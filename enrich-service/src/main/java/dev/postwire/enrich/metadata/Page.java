package dev.postwire.enrich.metadata;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** A page as it was found, for those who weigh what it says. Not thread-safe. */
final class Page {
    private static final int NEAR_LEVELS = 5;
    private static final int FAR_LEVELS = 2;
    /** A byline further down is not looked for. */
    private static final int MOST_PIECES = 500;

    private final PageScan scan;
    private final PageText text;
    private final Surroundings surroundings;
    private Optional<Headline> headline = Optional.empty();
    private boolean post;
    private List<Spot> near;
    private List<Spot> far;

    Page(Document document) {
        scan = PageScan.of(document);
        text = new PageText(scan.pieces());
        surroundings = new Surroundings(scan.pieces());
    }

    PageScan scan() {
        return scan;
    }

    PageText text() {
        return text;
    }

    Spot spot(PageScan.Range range) {
        return surroundings.spot(range);
    }

    /** The post's own heading, once it is known. */
    Optional<Headline> headline() {
        return headline;
    }

    void headline(Optional<Headline> found) {
        headline = found;
    }

    /** What is marked for an author or a day beside the heading. */
    List<Spot> near() {
        if (near == null) {
            near = headline.map(h -> surroundings.marked(h.first(), h.end(), NEAR_LEVELS))
                    .orElse(List.of());
        }
        return near;
    }

    void isPost(boolean looksSo) {
        post = looksSo;
    }

    /** Whether anything makes it look like a post; a shop's or a company's page has no author and no day of its own. */
    boolean isPost() {
        return post;
    }

    /** What is marked for an author or a day anywhere. */
    List<Spot> far() {
        if (far == null) far = surroundings.marked(0, Math.min(text.size(), MOST_PIECES), FAR_LEVELS);
        return far;
    }
}
