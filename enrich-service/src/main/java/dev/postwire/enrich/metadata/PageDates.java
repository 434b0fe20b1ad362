package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Moment;
import dev.postwire.enrich.read.Dates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Weighs when a page says it was published and updated: in its metadata, on screen beside its heading, in its address. */
final class PageDates {
    private record Found(Field field, String value, LocalDate day, Claim claim, double score) {
        Found with(double support) {
            return new Found(field, value, day, claim, score + support);
        }
    }

    private static final Pattern ADDRESS =
            Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2}|[a-z]{3,9})[/-](\\d{1,2})(?=[/-]|$)");
    private static final String ADDRESS_PLACE = "address";

    private static final int MOST_TRIED = 30;
    private static final int MOST_PIECES = 6;
    private static final int LONGEST_DAY = 80;
    /** With the white space around it. */
    private static final int LONGEST_RAW = 300;

    private static final int BARE_DAY = 30;
    private static final int LONGEST_LABEL = 40;
    /** What stands beside the heading scores at least this. */
    private static final double BESIDE = 3.8;

    private final Page page;
    private final PageText text;
    private final WrittenDates.Order order;
    private final List<Found> found = new ArrayList<>();

    PageDates(Page page, WrittenDates.Order order) {
        this.page = page;
        this.text = page.text();
        this.order = order;
    }

    /** @return whether the value is a day */
    boolean said(Field field, String value, Source source, String place, double score) {
        if (value.isBlank()) return false;
        Claim claim = new Claim(field, value, source, place);
        Optional<LocalDate> day = day(claim.value());
        day.ifPresent(known -> found.add(new Found(field, claim.value(), known, claim, score)));
        return day.isPresent();
    }

    private Optional<LocalDate> day(String value) {
        return Dates.parse(value)
                .map(Moment::at)
                .map(java.time.OffsetDateTime::toLocalDate)
                .or(() -> WrittenDates.first(value, order));
    }

    /** What is marked as a day beside the heading; only where no day is known so far, what is marked elsewhere. */
    void marked() {
        Optional<Headline> headline = page.headline();
        headline.ifPresent(h -> times(h.first(), h.end()));
        marked(page.near());
        if (!found.isEmpty() || !page.isPost()) return;
        times(0, page.text().size());
        marked(page.far());
    }

    private void times(int first, int end) {
        int tried = 0;
        for (PageScan.Range range : page.scan().times()) {
            boolean inside = range.from() >= first && range.from() < end;
            if (inside && tried++ < MOST_TRIED) time(page.spot(range), page.headline());
        }
    }

    private void marked(List<Spot> spots) {
        int tried = 0;
        for (Spot spot : spots) {
            if (tried > MOST_TRIED || spot.element().normalName().equals("time")) continue;
            String property = spot.attribute("itemprop");
            boolean named = spot.says(ClassWords.DATE | ClassWords.UPDATED) && spot.to() - spot.from() <= MOST_PIECES;
            if (property.startsWith("date") || property.equals("uploadDate")) time(spot, page.headline());
            else if (named) dated(spot, page.headline());
            else continue;
            tried++;
        }
    }

    private void time(Spot spot, Optional<Headline> headline) {
        double score = place(spot, headline);
        if (score <= 0) return;
        Element time = spot.element();
        String property = time.attributes().get("itemprop");
        Field field = property.equals("dateModified") || isUpdate(spot, spot.to()) ? Field.UPDATED : Field.PUBLISHED;
        if (property.startsWith("date") || time.hasAttr("pubdate")) score += 0.8;
        for (String attribute : List.of("datetime", "content", "title")) {
            if (said(field, time.attributes().get(attribute), Source.MARKUP, "time", score + 0.3)) return;
        }
        for (int i = spot.from(); i < spot.to(); i++) {
            if (said(field, text.piece(i), Source.MARKUP, "time", score + 0.3)) return;
        }
    }

    private void dated(Spot spot, Optional<Headline> headline) {
        double score = place(spot, headline);
        if (score <= 0) return;
        for (int i = spot.from(); i < spot.to(); i++) {
            Optional<LocalDate> day = WrittenDates.first(text.piece(i), order);
            if (day.isEmpty()) continue;
            Field field = isUpdate(spot, i + 1) ? Field.UPDATED : Field.PUBLISHED;
            said(field, day.get().toString(), Source.TEXT, "dated", score);
            return;
        }
    }

    /** @param end the piece after the one that holds the day */
    private boolean isUpdate(Spot spot, int end) {
        if (spot.says(ClassWords.UPDATED) && !spot.says(ClassWords.DATE)) return true;
        String line = text.lines(spot.from(), Math.min(end, spot.from() + 4));
        if (DateLabels.isPublication(line)) return false;
        if (DateLabels.isUpdate(line)) return true;
        return DateLabels.isUpdate(label(spot.from()));
    }

    /** What stands before a piece of text, if it is short enough to be its label. */
    private String label(int piece) {
        String before = text.piece(piece - 1);
        return before.length() > LONGEST_LABEL ? "" : before;
    }

    private double place(Spot spot, Optional<Headline> headline) {
        if (DateLabels.isOther(label(spot.from()))) return 0;
        double score = DateLabels.isPublication(label(spot.from())) ? 3.4 : 3;
        if (spot.isIn(Place.SIDE | Place.FOOTER)) score -= 1;
        if (headline.isEmpty()) return spot.isIn(Place.COMMENT | Place.RELATED) ? 0 : score;
        if (!headline.get().sharesPost(spot)) return 0;
        int distance = spot.from() - headline.get().spot().to();
        if (headline.get().isBeside(spot)) score += distance >= 0 ? 1.5 : 1;
        else if (distance < 0) score -= 1;
        // The nearest of several alike.
        return score - 0.001 * Math.min(Math.abs(distance), 200);
    }

    /** What is written beside the heading. */
    void written(Headline headline) {
        int seen = 0;
        for (int i = headline.spot().to(); i < headline.end() && seen < 3; i++) seen += written(i, 4.2 - 0.1 * seen);
        seen = 0;
        for (int i = headline.spot().from() - 1; i >= headline.first() && seen < 2; i--) seen += written(i, 3.8);
    }

    private int written(int index, double score) {
        if (!text.holdsYear(index)) return 0;
        String piece = text.piece(index);
        Optional<LocalDate> day = WrittenDates.first(piece, order);
        // A day in running text is what the text tells of.
        if (day.isEmpty() || piece.length() > 120) return 0;
        String line = label(index) + " " + piece;
        if (DateLabels.isOther(line)) return 0;
        boolean own = DateLabels.isPublication(piece);
        Field field = DateLabels.isUpdate(own ? "" : line) ? Field.UPDATED : Field.PUBLISHED;
        double weight = score + (own || DateLabels.isPublication(line) ? 0.4 : 0);
        said(field, day.get().toString(), Source.TEXT, "beside the heading", weight);
        return 1;
    }

    /** The day in an address like {@code /2023/october/03/} or {@code /2023/10/03/}. */
    void address(String url) {
        Matcher matcher = ADDRESS.matcher(url);
        if (!matcher.find()) return;
        String day = matcher.group(1) + " " + matcher.group(2) + " " + matcher.group(3);
        said(Field.PUBLISHED, day.replace(' ', '-'), Source.MARKUP, ADDRESS_PLACE, 4.9);
    }

    /** Where nothing else is known: the first short piece of text of the page that is little more than a day. */
    void anywhere() {
        if (!found.isEmpty()) return;
        for (int i = 0; i < text.size(); i++) {
            if (text.length(i) <= LONGEST_RAW && text.holdsYear(i) && isLittleMore(i) && written(i, 2) > 0) return;
        }
    }

    /** Whether a piece of text is a day and perhaps its label; a longer one tells of a day for other reasons. */
    private boolean isLittleMore(int index) {
        String piece = text.piece(index);
        boolean labelled = DateLabels.isPublication(piece) || DateLabels.isUpdate(piece);
        return piece.length() <= (labelled ? LONGEST_DAY : BARE_DAY);
    }

    /** The claims of days, the most likely first. */
    List<Claim> ranked() {
        preferEarlierOnScreen();
        List<Claim> claims = new ArrayList<>();
        List<Found> ranked = new ArrayList<>(found.size());
        for (Found one : found) ranked.add(one.with(support(one)));
        // Of equals the earlier: what came out again came out before.
        ranked.sort(Comparator.comparingDouble((Found one) -> -one.score()).thenComparing(Found::day));
        for (Field field : List.of(Field.PUBLISHED, Field.UPDATED)) preferTime(ranked, field);
        for (Found one : ranked) claims.add(one.claim());
        return claims;
    }

    /** Of those that name the likeliest day, one that names the time too. */
    private static void preferTime(List<Found> ranked, Field field) {
        Found first = null;
        for (int i = 0; i < ranked.size(); i++) {
            Found one = ranked.get(i);
            if (one.field() != field || (first != null && !one.day().equals(first.day()))) continue;
            boolean timed = Dates.parse(one.value())
                    .filter(moment -> moment.precision() == Moment.Precision.TIME)
                    .isPresent();
            if (timed) {
                ranked.remove(i);
                ranked.add(0, one);
                return;
            }
            if (first == null) first = one;
        }
    }

    /** What was brought out again keeps the day it first came out on screen, while its metadata tell the second one. */
    private void preferEarlierOnScreen() {
        Found said = best(false);
        Found seen = best(true);
        if (said == null || seen == null || seen.score() < BESIDE) return;
        // A day's difference is one of time zones.
        if (seen.day().isBefore(said.day().minusDays(1))) {
            found.add(new Found(seen.field(), seen.value(), seen.day(), seen.claim(), said.score() + 2));
            found.remove(seen);
        }
    }

    private Found best(boolean onScreen) {
        Found best = null;
        for (Found one : found) {
            boolean address = one.claim().place().equals(ADDRESS_PLACE);
            if (address || one.field() != Field.PUBLISHED || isOnScreen(one) != onScreen) continue;
            if (best == null || one.score() > best.score()) best = one;
        }
        return best;
    }

    private static boolean isOnScreen(Found one) {
        return one.claim().source() == Source.TEXT || one.claim().source() == Source.MARKUP;
    }

    private double support(Found one) {
        double support = 0;
        for (Found other : found) {
            boolean same = other.field() == one.field()
                    && other.claim().source() != one.claim().source()
                    && Math.abs(ChronoUnit.DAYS.between(one.day(), other.day())) <= 1;
            if (same) support = 0.8;
        }
        return support;
    }
}
