package dev.postwire.enrich.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.word.LowerCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Weighs who a page says it is by. What stands beside the heading counts most, then what the metadata say; who is named in several
 * places gains, the site's own name and mere login names lose.
 */
final class PageAuthors {
    private static final int MOST_AUTHORS = 20;
    /** The same name may stand there several times. */
    private static final int MOST_NAMED = 50;
    /** Of whoever wrote last, or checked what another wrote. */
    private static final Pattern NOT_BY = Pattern.compile(
            "(?iu)(?:last|latest|repl(?:y|ies)|edited|updated|reviewed|checked|quote[sd]?|photo.{0,10})\\W*$");

    private static final int MOST_TRIED = 12;
    /** An element that holds more pieces of text is no byline. */
    private static final int MOST_PIECES = 12;

    private record Group(Set<String> names, Set<String> words, Source source, String place, double score) {
        Group with(double support) {
            return new Group(names, words, source, place, score + support);
        }
    }

    private final Page page;
    private final PageText text;
    private final SiteNames sites;
    private final List<Group> groups = new ArrayList<>();

    PageAuthors(Page page, SiteNames sites) {
        this.page = page;
        this.text = page.text();
        this.sites = sites;
    }

    void jsonLd(JsonNode authors, JsonLd ld, double score) {
        Set<String> names = new LinkedHashSet<>();
        boolean[] organization = new boolean[1];
        collect(authors, ld, names, organization, 0);
        add(names, Source.JSON_LD, "author", organization[0] ? score - 1.5 : score);
    }

    private static void collect(JsonNode author, JsonLd ld, Set<String> names, boolean[] organization, int depth) {
        if (names.size() > MOST_AUTHORS || depth > 4) return;
        if (author.isArray()) {
            for (int i = 0; i < Math.min(author.size(), MOST_NAMED); i++) {
                collect(author.get(i), ld, names, organization, depth + 1);
            }
        } else if (author.isObject()) {
            JsonNode person = ld.resolve(author);
            boolean several = person.path("@type").asText("").endsWith("Organization");
            organization[0] |= several;
            if (several) Bylines.whole(person.path("name").asText("")).ifPresent(names::add);
            else collect(person.path("name"), ld, names, organization, depth + 1);
        } else {
            names.addAll(Bylines.listed(author.asText("")));
        }
    }

    void meta(List<Claim> claims) {
        // Several elements of one name are several authors.
        String place = "";
        Set<String> names = new LinkedHashSet<>();
        for (Claim claim : claims.subList(0, Math.min(claims.size(), MOST_NAMED))) {
            if (!claim.place().equals(place)) {
                add(names, Source.META, place, 4);
                names = new LinkedHashSet<>();
                place = claim.place();
            }
            names.addAll(Bylines.listed(claim.value()));
        }
        add(names, Source.META, place, 4);
    }

    /** What is marked as an author beside the heading; only where nobody is named so far, what is marked elsewhere. */
    void markup() {
        markup(page.headline(), page.near());
        if (groups.isEmpty() && page.isPost()) markup(page.headline(), page.far());
    }

    private void markup(Optional<Headline> headline, List<Spot> spots) {
        int tried = 0;
        for (Spot spot : spots) {
            if (spot.to() - spot.from() > MOST_PIECES || tried >= MOST_TRIED || !isMarked(spot)) continue;
            double score = score(spot, headline);
            if (score <= 0) continue;
            tried++;
            Set<String> names = names(spot);
            if (!names.isEmpty()) add(names, Source.MARKUP, place(spot), score);
        }
    }

    private static boolean isMarked(Spot spot) {
        if (spot.says(ClassWords.AUTHOR | ClassWords.BYLINE | ClassWords.USER)) return true;
        String property = spot.attribute("itemprop");
        return property.equals("author")
                || property.equals("creator")
                || spot.element().normalName().equals("a");
    }

    private static String place(Spot spot) {
        String property = spot.attribute("itemprop");
        if (!property.isEmpty()) return "itemprop=" + property;
        String rel = spot.attribute("rel");
        if (rel.contains("author")) return "rel=author";
        return spot.words() != 0 ? "class" : "link to the author";
    }

    private static double score(Spot spot, Optional<Headline> headline) {
        boolean marked = spot.words() == 0 || !spot.says(ClassWords.USER);
        double score = marked ? 3.2 : 2.6;
        if (spot.says(ClassWords.BESIDE_A_NAME) && !spot.says(ClassWords.NAME)) return 0;
        if (spot.says(ClassWords.NAME)) score += 0.3;
        if (!spot.attribute("itemprop").isEmpty()) score += 0.4;
        if (spot.isIn(Place.SIDE | Place.FOOTER)) score -= 1;
        if (headline.isEmpty()) return spot.isIn(Place.COMMENT | Place.RELATED) ? 0 : score;
        if (!headline.get().sharesPost(spot)) return 0;
        if (headline.get().isBeside(spot))
            score += spot.from() >= headline.get().spot().to() ? 1.6 : 1.2;
        return score;
    }

    private Set<String> names(Spot spot) {
        for (int i = spot.from(); i < spot.to() && i < spot.from() + 4; i++) {
            Set<String> names = names(text.piece(i));
            if (names.isEmpty()) continue;
            row(i + 1, names);
            return names;
        }
        return Set.of();
    }

    /** Adds the names that go on from the piece: after a comma, an "and". */
    private void row(int next, Set<String> names) {
        for (int i = next; isJoint(text.piece(i)) && names.size() < MOST_AUTHORS; i += 2) {
            names.addAll(names(text.piece(i + 1)));
        }
    }

    private static boolean isJoint(String piece) {
        return switch (piece) {
            case ",", "&", "and", "und", "et", "y", "e", "、", ", and" -> true;
            default -> false;
        };
    }

    /** What is written beside the heading after a word like "by". */
    void written(Headline headline) {
        for (int i = headline.spot().to(); i < headline.end(); i++) {
            if (written(i, i < headline.spot().to() + 8 ? 5 : 3.3)) return;
        }
        for (int i = headline.first(); i < headline.spot().from(); i++) if (written(i, 3.6)) return;
    }

    private boolean written(int index, double score) {
        String piece = text.piece(index);
        if (piece.isEmpty() || piece.length() > 150) return false;
        Optional<String> rest = Bylines.afterLabel(piece);
        Set<String> names = new LinkedHashSet<>();
        if (rest.isPresent() && NOT_BY.matcher(text.piece(index - 1)).find()) return false;
        if (rest.isPresent()) {
            int next = index + 1;
            if (rest.get().isEmpty()) names.addAll(names(text.piece(next++)));
            else if (isWritten(rest.get())) names.addAll(names(rest.get()));
            if (!names.isEmpty()) row(next, names);
        } else {
            Bylines.within(piece).ifPresent(name -> names.addAll(names(name)));
            if (names.isEmpty() && piece.endsWith(" by")) names.addAll(names(text.piece(index + 1)));
        }
        if (names.isEmpty()) return false;
        add(names, Source.TEXT, "beside the heading", score);
        return true;
    }

    /** A name, and not a sentence that begins like a byline. */
    private static boolean isWritten(String rest) {
        int first = rest.codePointAt(0);
        return !Character.isLowerCase(first) || rest.split(" ").length <= 2 || rest.startsWith("the ");
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        String line = Bylines.afterLabel(text).orElse(text);
        for (String part : Bylines.split(line)) Bylines.name(part).ifPresent(names::add);
        return names;
    }

    private void add(Set<String> names, Source source, String place, double score) {
        if (names.isEmpty()) return;
        String first = names.iterator().next();
        double weight = score;
        if (names.size() == 1 && sites.isSite(first)) weight -= 1.5;
        if (names.size() == 1 && isLogin(first)) weight -= 1.5;
        groups.add(new Group(names, words(names), source, place, weight));
    }

    private static boolean isLogin(String name) {
        boolean plain = name.indexOf(' ') < 0 && name.charAt(0) < 0x2E80;
        return plain && (name.equals(LowerCase.of(name)) || name.equalsIgnoreCase("admin"));
    }

    /** The claims of authors, those of the most likely place first. */
    List<Claim> ranked() {
        List<Claim> claims = new ArrayList<>();
        List<Group> ranked = new ArrayList<>(groups.size());
        for (Group group : groups) ranked.add(group.with(support(group)));
        ranked.sort(Comparator.comparingDouble(group -> -group.score()));
        fullestFirst(ranked);
        Set<String> told = new HashSet<>();
        for (Group group : ranked) {
            // Of one kind of place the likeliest alone: others there are other people.
            if (!told.add(group.source() + " " + group.place())) continue;
            for (String name : group.names()) claims.add(new Claim(Field.AUTHOR, name, group.source(), group.place()));
        }
        return claims;
    }

    /** Where the metadata name everybody whom the likeliest place names, and more, they are taken. */
    private static void fullestFirst(List<Group> ranked) {
        if (ranked.isEmpty()) return;
        Group first = ranked.get(0);
        for (Group group : ranked) {
            boolean metadata = group.source() == Source.JSON_LD || group.source() == Source.META;
            boolean fuller =
                    group.names().size() > first.names().size() && group.words().containsAll(first.words());
            if (metadata && fuller) {
                ranked.remove(group);
                ranked.add(0, group);
                return;
            }
        }
    }

    private double support(Group group) {
        double support = 0;
        Set<Source> heard = EnumSet.of(group.source());
        for (Group other : groups) {
            if (!heard.contains(other.source()) && other.words().equals(group.words())) {
                heard.add(other.source());
                support += 0.8;
            }
        }
        return support;
    }

    private static Set<String> words(Set<String> names) {
        Set<String> words = new HashSet<>();
        for (String name : names) words.addAll(List.of(Titles.words(name).split(" ")));
        return words;
    }
}
