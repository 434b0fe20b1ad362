package dev.postwire.enrich.extract;

import dev.postwire.enrich.extract.LinesExtractor.Kind;
import dev.postwire.enrich.extract.LinesExtractor.Line;
import java.util.List;
import java.util.Set;

/**
 * Tells text that somebody wrote from text that was scraped off a page: the first has nothing around it, and every word of it stays.
 * A scrape begins with short lines and is mostly made of them, or holds a line that only pages have; on one line it begins with a row
 * of labels, or names several things that only pages offer. Looks at the form first, for it is the same in every language.
 */
final class Written {
    /** A sentence ends sooner; a menu does not end. */
    private static final int LONGEST_OPENING_WORDS = 45;

    private static final int OPENING_WORDS = 12;
    private static final double MOST_CAPITALS = 0.6;
    /** A long opening with more words in small letters is a long sentence, for a menu's labels begin with capitals. */
    private static final double MOST_SMALL = 0.7;

    /** One of so many first lines of what was written is prose, however many lists follow; of a page it is the menu. */
    private static final int OPENING_LINES = 2;

    private static final int EDGE_CHARS = 1_500;
    private static final int FEWEST_OFFERS = 3;
    /** Who names the title apart from the text seldom sends along what stood around it, and may write about such things. */
    private static final int FEWEST_OFFERS_BESIDE_TITLE = 4;

    /** How a sentence ends in any script. */
    static final String SENTENCE_ENDS = ".!?…。！？।॥؟۔։።။។";

    private static final String ENDS = SENTENCE_ENDS + ":;";

    /** What is scraped off a page is longer, or names something that only pages offer. */
    private static final int SHORTEST_PAGE_CHARS = 2_000;

    /** What pages offer at their edges, in small letters. */
    private static final Set<String> OFFERS = Set.of(
            "skip to",
            "cookie",
            "privacy",
            "newsletter",
            "subscribe",
            "sign up",
            "sign in",
            "log in",
            "login",
            "copyright",
            "©",
            "all rights reserved",
            "share on",
            "share this",
            "facebook",
            "twitter",
            "instagram",
            "linkedin",
            "menu",
            "search",
            "contact us",
            "about us",
            "related posts",
            "related articles",
            "read more",
            "terms of",
            "leave a",
            "impressum",
            "datenschutz",
            "kontakt",
            "anmelden",
            "mentions légales",
            "aviso legal",
            "политика",
            "首页",
            "版权",
            "ログイン",
            "プライバシー");

    private Written() {}

    /** @param titled whether the title was said beside the text */
    static boolean is(List<Line> lines, boolean titled) {
        int offers = titled ? FEWEST_OFFERS_BESIDE_TITLE : FEWEST_OFFERS;
        int prose = 0;
        boolean opens = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.kind() == Kind.RESIDUE) return false;
            if (line.kind() != Kind.PROSE) continue;
            int offered = offers(line.text());
            boolean page = offered > 0 || line.text().length() >= SHORTEST_PAGE_CHARS;
            if (page && isMenu(line.text()) || offered >= offers) return false;
            prose++;
            opens |= i < OPENING_LINES;
        }
        return opens || prose * 2 >= lines.size();
    }

    /** Whether a long line begins with a row of labels, or with what is too long for a sentence. */
    private static boolean isMenu(String line) {
        int words = 0;
        int capitals = 0;
        int small = 0;
        int large = 0;
        boolean ended = false;
        boolean before = false;
        for (int i = 0; i < line.length() && words <= LONGEST_OPENING_WORDS && !ended; i++) {
            char c = line.charAt(i);
            if (LineKinds.isMark(c)) continue;
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && !before) {
                words++;
                if (words <= OPENING_WORDS && Character.isUpperCase(c)) capitals++;
                if (Character.isLowerCase(c)) small++;
                if (Character.isUpperCase(c)) large++;
            }
            before = letter;
            ended = ENDS.indexOf(c) >= 0;
        }
        boolean labels = words >= OPENING_WORDS && capitals >= OPENING_WORDS * MOST_CAPITALS;
        // Most scripts have no capitals.
        boolean cased = small + large > words / 2;
        return labels || words > LONGEST_OPENING_WORDS && cased && small <= words * MOST_SMALL;
    }

    private static int offers(String line) {
        String head = line.substring(0, Math.min(line.length(), EDGE_CHARS)).toLowerCase(java.util.Locale.ROOT);
        String tail = line.substring(Math.max(0, line.length() - EDGE_CHARS)).toLowerCase(java.util.Locale.ROOT);
        int found = 0;
        for (String offer : OFFERS) if (names(head, offer) || names(tail, offer)) found++;
        return found;
    }

    /** As a word or its beginning: research is no search. Chinese and Japanese have no space before it. */
    private static boolean names(String text, String offer) {
        boolean anywhere = Character.isIdeographic(offer.charAt(0)) || offer.charAt(0) >= '\u3040';
        for (int at = text.indexOf(offer); at >= 0; at = text.indexOf(offer, at + 1)) {
            if (anywhere || at == 0 || !Character.isLetter(text.charAt(at - 1))) return true;
        }
        return false;
    }
}
