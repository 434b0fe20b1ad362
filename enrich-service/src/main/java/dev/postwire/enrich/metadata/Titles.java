package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses a page's heading and its title. The heading that a reader sees wins, unless it only names the site or says nothing that the
 * page's metadata say; else the title in the metadata does, without the name of its site.
 */
final class Titles {
    private static final int LONGEST = 300;
    private static final int MOST_HEADINGS = 10;
    private static final double ALIKE = 0.5;
    /** A heading of fewer words that nothing confirms may be a section of the site. */
    private static final int FEW_WORDS = 3;

    private final Page page;
    private final List<Said> said;
    private final SiteNames sites;

    /** A title in the metadata, without the name of its site, and its words. */
    private record Said(Claim claim, String all, String words, Set<String> distinct) {
        /** The same, said elsewhere. */
        Said by(Claim other) {
            return new Said(new Claim(Field.TITLE, claim.value(), other.source(), other.place()), all, words, distinct);
        }
    }

    /** @param said the titles in the page's metadata, the most trusted first */
    Titles(Page page, List<Claim> said, SiteNames sites) {
        this.page = page;
        this.sites = sites;
        Map<String, Said> known = new HashMap<>();
        this.said = new ArrayList<>(said.size());
        for (Claim claim : said) {
            // Most pages say the same title three times.
            Said same = known.computeIfAbsent(claim.value(), value -> said(claim));
            this.said.add(same.by(claim));
        }
    }

    private Said said(Claim claim) {
        String rest = sites.without(claim.value());
        String words = words(rest);
        Claim stripped = new Claim(Field.TITLE, rest, claim.source(), claim.place());
        return new Said(stripped, " " + words(claim.value()) + " ", words, distinct(words));
    }

    private record Scored(Spot spot, String heading, double score) {}

    /** The heading that is most likely the post's; empty where the page has none. */
    Optional<Headline> headline() {
        Scored best = best("h1");
        // A lesser heading is the page's where no greater one says what its title says.
        if (best == null || !confirms(words(best.heading()))) {
            Scored lesser = best("h2");
            if (lesser == null || !confirms(words(lesser.heading()))) {
                Scored least = best("h3");
                if (least != null && (lesser == null || least.score() > lesser.score())) lesser = least;
            }
            if (lesser != null && (best == null || lesser.score() > best.score())) best = lesser;
        }
        if (best == null || best.score() <= 0) return Optional.empty();
        return Optional.of(Headline.of(best.spot(), best.heading(), page.text()));
    }

    private Scored best(String tag) {
        Scored best = null;
        int ordinal = 0;
        for (PageScan.Range range : page.scan().headings()) {
            if (!range.element().normalName().equals(tag) || ordinal >= MOST_HEADINGS) continue;
            String heading = page.text().phrase(range.from(), range.to());
            if (heading.isEmpty() || heading.length() > LONGEST) continue;
            boolean lesser = !tag.equals("h1");
            String words = words(heading);
            if (lesser && !confirms(words) && likeness(distinct(words)) < ALIKE) continue;
            Spot spot = page.spot(range);
            double score = score(spot, heading) - 0.2 * ordinal++;
            if (best == null || score > best.score()) best = new Scored(spot, heading, score);
        }
        return best;
    }

    private double score(Spot spot, String heading) {
        String words = words(heading);
        double score = spot.element().normalName().equals("h1") ? 3 : -1;
        score += 3 * likeness(distinct(words));
        if (confirms(words)) score += 2;
        if (spot.isIn(Place.ARTICLE | Place.MAIN)) score += 0.5;
        if (spot.isIn(Place.OTHERS)) score -= 2;
        if (sites.isSite(heading)) score -= 4;
        return score;
    }

    /** How much of a heading and of a title in the metadata is the same, 0 to 1. */
    private double likeness(Set<String> heading) {
        double most = 0;
        for (Said title : said) {
            int shared = 0;
            for (String word : heading) if (title.distinct().contains(word)) shared++;
            most = Math.max(
                    most, shared / (double) (heading.size() + title.distinct().size() - shared));
        }
        return most;
    }

    private static Set<String> distinct(String words) {
        return new HashSet<>(List.of(words.split(" ")));
    }

    /** Whether a title in the metadata holds the heading, word for word. */
    private boolean confirms(String words) {
        if (words.isEmpty()) return false;
        for (Said title : said) if (title.all().contains(" " + words + " ")) return true;
        return false;
    }

    /** The claims of titles, the chosen one first. */
    List<Claim> ranked(Optional<Headline> headline) {
        List<Claim> ranked = new ArrayList<>();
        for (Said title : said) ranked.add(title.claim());
        headline.ifPresent(seen -> ranked.add(
                trusts(seen) ? 0 : ranked.size(),
                new Claim(
                        Field.TITLE,
                        sites.without(seen.text()),
                        Source.MARKUP,
                        seen.spot().element().normalName())));
        return ranked;
    }

    private boolean trusts(Headline headline) {
        if (said.isEmpty()) return true;
        String heading = headline.text();
        boolean site = sites.isSite(heading);
        if (site && !said.stream().allMatch(title -> sites.isSite(title.claim().value()))) return false;
        String words = words(heading);
        if (confirms(words)) return true;
        Set<String> distinct = distinct(words);
        if (!headline.spot().element().normalName().equals("h1")) return likeness(distinct) > ALIKE;
        return likeness(distinct) > 0 || distinct.size() >= FEW_WORDS;
    }

    /** Letters and digits in lower case, all else as one space. */
    static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isLetterOrDigit(point)) {
                if (gap && words.length() > 0) words.append(' ');
                gap = false;
                words.appendCodePoint(Character.toLowerCase(point));
            } else if (point != '\'' && point != '’') {
                gap = true;
            }
        }
        return words.toString();
    }
}
