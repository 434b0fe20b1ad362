package dev.postwire.enrich.extract;

import dev.postwire.enrich.word.LowerCase;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off the alternative text of an image that a scraper left stuck to the sentence after it, as in {@code LogoThis was}. */
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
    private static final int LONGEST_WORDS = 10;
    private static final int LONGEST_CHARS = 500;
    private static final double TITLE_SHARE = 0.5;

    private GluedText() {}

    /** @param title of the post; an alternative text often repeats it. Empty where it is not to be compared. */
    static String strip(String line, String title) {
        Matcher seam = SEAM.matcher(line).region(0, Math.min(line.length(), LONGEST_CHARS));
        while (seam.find()) {
            String[] words = line.substring(0, seam.start()).strip().split("\\s+");
            if (words.length > LONGEST_WORDS) return line;
            String last = LowerCase.of(words[words.length - 1]);
            boolean glued = words.length > 1 && (IMAGE_WORDS.contains(last) || repeats(words, title));
            if (glued) return line.substring(seam.start());
        }
        return line;
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
