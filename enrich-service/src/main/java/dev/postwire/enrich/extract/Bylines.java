package dev.postwire.enrich.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of authors in what is written around a heading, and tells names from what only stands where names do. */
final class Bylines {
    private static final int LONGEST_NAME = 60;
    /** A longer text is a biography, not a byline. */
    private static final int LONGEST_BYLINE = 200;

    private static final int MOST_WORDS = 6;

    private static final Pattern BY = Pattern.compile(
            "(?:^|[\\n|·•—-] {0,3})(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Pp]osted [Bb]y|[Aa]uthor:?|[Vv]on|[Pp]ar|[Pp]or|[Tt]ekst:?|文|作者[:：]?)\\s*[:\\n]?\\s*"
                    + "(\\p{Lu}[^\\n|·•,;()]{1,80})");
    private static final Pattern LEADING_BY =
            Pattern.compile("(?i)^(?:written |posted |published )?by[: ]\\s*|^author[: ]\\s*|^von ");
    private static final Pattern TRAILING =
            Pattern.compile("(?i)\\s*(?:\\||·|•|—|\\bon\\b|\\bposted\\b|\\bpublished\\b|\\bupdated\\b|\\bin\\b).*$");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "(?i).*(?:https?:|www\\.|@|\\d{4}|\\b(?:read|minutes?|comments?|share|follow|updated|posts? by|view all|subscribe|more|the|and other|admin)\\b).*");

    private Bylines() {}

    /** The name after a word like "by". */
    static Optional<String> written(String text) {
        Matcher matcher = BY.matcher(text);
        while (matcher.find()) {
            Optional<String> name = name(matcher.group(1));
            if (name.isPresent()) return name;
        }
        return Optional.empty();
    }

    /** The text as a person's name, without what introduces it; empty where it is none. */
    static Optional<String> name(String text) {
        if (text.length() > LONGEST_BYLINE) return Optional.empty();
        String name = LEADING_BY.matcher(text.strip()).replaceFirst("");
        name = TRAILING.matcher(name).replaceFirst("").strip();
        boolean fits = name.length() >= 2
                && name.length() <= LONGEST_NAME
                && name.split("\\s+").length <= MOST_WORDS
                && name.codePoints().anyMatch(Character::isLetter)
                && !NOT_A_NAME.matcher(name).matches();
        return fits ? Optional.of(name) : Optional.empty();
    }

    /** Several names said in one breath, each by itself: {@code A, B and C}. */
    static List<String> split(String names) {
        List<String> list = new ArrayList<>();
        for (String name : names.split("\\s*(?:,| and | & | und | et | y )\\s*")) {
            // "Jane Roe, PhD" is one person.
            boolean title =
                    name.toLowerCase(Locale.ROOT).matches("(?:ph\\.?d|m\\.?d|mba|rn|jr|sr|dvm|rd|smt|ii|iii)\\.?");
            if (title || !name.contains(" ")) return List.of(names);
            list.add(name);
        }
        return list;
    }
}
