package dev.postwire.enrich.extract;

import dev.postwire.enrich.word.LowerCase;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off the alternative text of an image that a scraper left stuck to the sentence after it, as in {@code LogoThis was}: by a word
 * for an image at its end, by the title that it repeats, or by its being a phrase of some length without an end, where the next word is
 * one with which sentences begin and none is written so in the middle of a name.
 */
final class GluedText {
    private static final Pattern SEAM = Pattern.compile("(?<=\\p{Ll}|\\p{N})(?=\\p{Lu}\\p{Ll}*\\s)");
    private static final Set<String> IMAGE_WORDS = Set.of(
            "logo",
            "photo",
            "image",
            "picture",
            "banner",
            "icon",
            "screenshot",
            "headshot",
            "cover",
            "thumbnail",
            "avatar",
            "portrait",
            "bild",
            "foto",
            "illustration",
            "diagram");
    /** Behind the seam. */
    private static final Set<String> BEGINNINGS = Set.of(
            "This", "These", "The", "There", "We", "They", "When", "My", "Our", "Das", "Der", "Die", "Dies", "Diese",
            "Dieser", "Dieses", "Wir", "Es");

    /** In it, a sentence ends. */
    private static final Pattern END = Pattern.compile("[.!?:;\u2026]");

    private static final int SHORTEST_PHRASE = 5;
    private static final int LONGEST_PHRASE = 25;
    private static final int LONGEST_WORDS = 10;
    private static final int LONGEST_CHARS = 500;
    private static final double TITLE_SHARE = 0.5;

    private GluedText() {}

    /** @param title of the post; an alternative text often repeats it. Empty where it is not to be compared. */
    static String strip(String line, String title) {
        Matcher seam = SEAM.matcher(line).region(0, Math.min(line.length(), LONGEST_CHARS));
        while (seam.find()) {
            String[] words = line.substring(0, seam.start()).strip().split("\\s+");
            if (words.length > LONGEST_PHRASE) return line;
            if (isPhrase(line, seam.start(), words)) return line.substring(seam.start());
            if (words.length > LONGEST_WORDS) continue;
            String last = LowerCase.of(words[words.length - 1]);
            boolean glued = words.length > 1 && (IMAGE_WORDS.contains(last) || repeats(words, title));
            if (glued) return line.substring(seam.start());
        }
        return line;
    }

    private static boolean isPhrase(String line, int seam, String[] words) {
        if (words.length < SHORTEST_PHRASE || END.matcher(line).region(0, seam).find()) return false;
        int space = seam;
        while (space < line.length() && !Character.isWhitespace(line.charAt(space))) space++;
        return Character.isLowerCase(line.charAt(seam - 1)) && BEGINNINGS.contains(line.substring(seam, space));
    }

    private static boolean repeats(String[] words, String title) {
        if (title.isBlank()) return false;
        Set<String> titleWords = Set.copyOf(Arrays.asList(LowerCase.of(title).split("\\W+")));
        long shared = Arrays.stream(words)
                .map(word -> LowerCase.of(word))
                .filter(titleWords::contains)
                .count();
        return shared >= words.length * TITLE_SHARE && shared >= 2;
    }
}
