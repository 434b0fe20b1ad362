package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.word.LowerCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an author's tags off lines of text: {@code Tags: python, web}, {@code Filed under Travel | Food}. A label that stands
 * more than once belongs to several posts, and to none of them surely: its lines say nothing. Linear in the lines' length.
 */
public final class TagLines {
    private static final int LONGEST_LINE = 240;
    private static final int MOST_TAGS = 20;
    private static final int MOST_WORDS = 4;
    /** Up to which length words may be a label. */
    private static final int LONGEST_LABEL = 16;

    /** Labels that need no colon: nothing but tags follows them in a line that is no sentence. */
    private static final Pattern BARE = Pattern.compile("(?i)^(filed under|filed in|tagged with|tagged as|posted in) ");

    /** Above a forum's lists rather than below a post. */
    private static final Set<String> OF_SITES = Set.of("topic", "topics", "section");

    private static final Pattern SIGNS = Pattern.compile("\\s*[,，、;；|·•]\\s*");
    private static final Pattern HASHES = Pattern.compile("\\s+(?=#)");
    /** What else such a line tells: {@code Posted in Travel by Ida on 3 May}. */
    private static final Pattern MORE = Pattern.compile("(?i)\\b(by|on|at)\\b|tagged|\\d{4}");

    private TagLines() {}

    /** A claim for each tag, in the order of the text; none where no line names tags. */
    public static List<Claim> of(List<String> lines) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String line : lines) read(line.strip(), found);
        List<Claim> claims = new ArrayList<>();
        found.forEach((label, tags) -> {
            for (String tag : tags) claims.add(new Claim(Claim.Field.TAG, tag, Claim.Source.TEXT, "line " + label));
        });
        return claims;
    }

    private static void read(String line, Map<String, List<String>> found) {
        if (line.length() > LONGEST_LINE) return;
        Matcher bare = BARE.matcher(line);
        int colon = colon(line);
        if (colon > 0) read(line.substring(0, colon), line.substring(colon + 1), found);
        else if (bare.find() && !MORE.matcher(line.substring(bare.end())).find())
            read(bare.group(1), line.substring(bare.end()), found);
    }

    private static int colon(String line) {
        int end = Math.min(line.length(), LONGEST_LABEL + 1);
        for (int i = 1; i < end; i++) if (":：".indexOf(line.charAt(i)) >= 0) return i;
        return -1;
    }

    private static void read(String said, String list, Map<String, List<String>> found) {
        String label = LowerCase.of(said.strip());
        if (!TagLabels.isLabel(label, true) || OF_SITES.contains(label)) return;
        List<String> tags = tags(list.strip());
        if (tags.isEmpty()) return;
        // An entry that was there already is left without tags.
        found.merge(label, tags, (one, other) -> List.of());
    }

    /** None where it is no list: a sentence, a long phrase, a number. */
    private static List<String> tags(String list) {
        List<String> tags = new ArrayList<>();
        String[] parts = list.startsWith("#") ? HASHES.split(list) : SIGNS.split(list);
        for (String part : parts) {
            String tag = part.startsWith("#") ? part.substring(1).strip() : part.strip();
            if (tag.isEmpty()) continue;
            if (!isTag(tag)) return List.of();
            tags.add(tag);
        }
        return tags.size() > MOST_TAGS ? List.of() : tags;
    }

    private static boolean isTag(String tag) {
        return TagWords.areTag(tag)
                && Arrays.stream(tag.split("\\s+")).count() <= MOST_WORDS
                && tag.codePoints().anyMatch(Character::isLetter)
                && ".!?。！？".indexOf(tag.charAt(tag.length() - 1)) < 0;
    }
}
