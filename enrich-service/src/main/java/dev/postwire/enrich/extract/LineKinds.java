package dev.postwire.enrich.extract;

import dev.postwire.enrich.extract.LinesExtractor.Kind;
import dev.postwire.enrich.extract.LinesExtractor.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Tells prose from short lines and from the residue of a page: navigation, forms, share bars, notices. */
final class LineKinds {
    /** From this many words on, a line is prose even without a full stop. */
    private static final int PROSE_WORDS = 12;

    /** A longer line that begins like residue is a whole page, or a paragraph that happens to. */
    private static final int LONGEST_RESIDUE = 24;

    private static final int SENTENCE_WORDS = 5;
    /** Scripts without spaces: this many characters count as a word. */
    private static final int CHARACTERS_A_WORD = 2;

    /** The same where characters are letters and not syllables. */
    private static final int LETTERS_A_WORD = 4;

    private static final String SENTENCE_ENDS = Written.SENTENCE_ENDS + "」”\"')";
    private static final Pattern NAVIGATION = Pattern.compile("^\\s*(?:<<|«|←|‹|>>|»|→|›)|(?:>>|»|→|›)\\s*$");
    private static final Pattern RESIDUE = Pattern.compile(
            "(?i)^(?:thanks? (?:you )?for (?:filling|subscribing|signing up|your (?:message|submission|comment))|"
                    + "connect with us|follow us\\b|share (?:this|on|via)|sign up (?:for|to)|subscribe (?:to|now)|"
                    + "related (?:posts?|articles?|stories)|you (?:may|might) also like|read (?:more|next)$|leave a (?:reply|comment)|"
                    + "all rights reserved|copyright ©|©|skip to (?:main )?content|back to top|previous post|next post|"
                    + "we use cookies|accept (?:all )?cookies|privacy policy|terms (?:of|and)|posted in\\b|filed under\\b)");

    /** @param lines on one line each, none empty */
    List<Line> classify(List<String> lines) {
        List<Line> classified =
                new ArrayList<>(lines.stream().map(LineKinds::line).toList());
        spread(classified);
        Collections.reverse(classified);
        spread(classified);
        Collections.reverse(classified);
        return classified;
    }

    /** Short lines before residue that comes before all prose are residue as well: they are what the page says everywhere. */
    private static void spread(List<Line> lines) {
        int last = -1;
        for (int i = 0; i < lines.size() && lines.get(i).kind() != Kind.PROSE; i++) {
            if (lines.get(i).kind() == Kind.RESIDUE) last = i;
        }
        boolean prose = lines.stream().anyMatch(line -> line.kind() == Kind.PROSE);
        for (int i = 0; prose && i < last; i++) {
            lines.set(
                    i, new Line(lines.get(i).text(), Kind.RESIDUE, lines.get(i).words()));
        }
    }

    private static Line line(String text) {
        int words = words(text);
        if (words < PROSE_WORDS && NAVIGATION.matcher(text).find()) return new Line(text, Kind.RESIDUE, words);
        if (words < LONGEST_RESIDUE && RESIDUE.matcher(text).lookingAt()) return new Line(text, Kind.RESIDUE, words);
        boolean sentence = words >= SENTENCE_WORDS && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return new Line(text, sentence || words >= PROSE_WORDS ? Kind.PROSE : Kind.SHORT, words);
    }

    private static int words(String text) {
        int spaced = 0;
        int characters = 0;
        int letters = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isMark(c)) continue;
            boolean ideograph = Character.isIdeographic(c) || (c >= '\u3040' && c <= '\u30FF');
            boolean unspaced = !ideograph && isWithoutSpaces(c);
            if (ideograph) characters++;
            if (unspaced) letters++;
            boolean letter = !ideograph && !unspaced && Character.isLetterOrDigit(c);
            if (letter && !inWord) spaced++;
            inWord = letter;
        }
        return spaced + characters / CHARACTERS_A_WORD + letters / LETTERS_A_WORD;
    }

    /** What belongs to the letter before it, as the vowels of Hindi. */
    static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Letters of Thai, Lao, Burmese and Khmer. */
    private static boolean isWithoutSpaces(char c) {
        boolean block =
                c >= '\u0E00' && c <= '\u0EFF' || c >= '\u1000' && c <= '\u109F' || c >= '\u1780' && c <= '\u17FF';
        return block && Character.isLetter(c);
    }
}
