package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.CleanText;
import dev.postwire.enrich.word.LowerCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the names of people from what stands around them and from what only stands where names do. */
final class Bylines {
    private static final int LONGEST_NAME = 60;
    /** A longer text is a biography, not a byline. */
    private static final int LONGEST_BYLINE = 200;

    private static final int MOST_WORDS = 6;

    /** What introduces an author, at the beginning of a text. */
    private static final Pattern LABEL = Pattern.compile("(?iu)(?:"
            + "(?:(?:this )?(?:post|article|story|words|text)? ?(?:was )?"
            + "(?:written|posted|published|contributed|submitted|created|authored|started|asked|reported)? ?)by(?: author)?\\b"
            + "|(?:verfasst |geschrieben |ein beitrag )?von(?= |$)|(?:écrit )?par(?= |$)|(?:escrito )?por(?= |$)"
            + "|door(?= |$)|af(?= |$)|av(?= |$)|di(?= \\p{Lu})"
            + "|authors?(?:\\(s\\))?(?=[: ]|$)|autor(?:in|en|es)?(?=[: ]|$)|auteure?s?(?=[: ]|$)|tekst(?=:|$)|text(?=:)"
            + "|автор(?=[: ]|$)|作者|撰文|记者|記者|著者|投稿者|執筆者?|ライター|文(?=[/／:： ]|$)|글(?=[/: ]|$)"
            + ")\\s*[:：/／|]?\\s*");

    private static final Set<String> FIRST_WORDS = Set.of(
            ("by this post article story words text was written posted published contributed submitted created authored started asked"
                            + " reported verfasst geschrieben ein von écrit par escrito por door af av di author authors autor autorin autoren"
                            + " autores auteur auteure auteurs auteures tekst автор")
                    .split(" "));
    private static final String FIRST_SIGNS = "作撰记記著投執ラ文글";
    private static final int LONGEST_FIRST_WORD = 12;

    /** What may stand before "by" in one piece of text: a day, or what was done. */
    private static final Pattern INNER = Pattern.compile("(?u)(?:^|[ ,])[Bb]y:? (\\p{Lu}[^|·•]{1,60})$");

    /** What goes on after a name: where, when and about what it was written. */
    private static final Set<String> AFTER_A_NAME =
            Set.of("on", "posted", "published", "updated", "in", "for", "at", "is", "am", "last");

    /** A figure with as many digits, or a day in which there are as many signs, is no part of a name. */
    private static final int A_YEAR = 4;

    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    /** Words that are in no name, whatever stands where names do. */
    private static final Set<String> IN_NO_NAME = Set.of(
            ("read reads minute minutes min comment comments share follow updated subscribe more editor's posted published last date"
                            + " login log sign author about click written contact category ago hour hours day days writer editor reporter"
                            + " manager director ceo cto founder president specialist analyst correspondent columnist strategist cite"
                            + " edited answered asked search account username email verified joined moderator guest getty istock newsletter"
                            + " menu home offline online reviewed checked skip content subject member members reputation reply replies"
                            + " view views top via http https www")
                    .split(" "));

    private static final Set<String> DAYS =
            Set.of("mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday".split(" "));
    private static final String NO_SIGNS = "@{}<>=?!/\\[]";

    private static final Pattern CREDENTIALS = Pattern.compile(
            "(?u)(?:, ?(?:\\p{Lu}[\\p{Lu}.-]{1,7}|Ph\\.?D\\.?|E-RYT(?: \\d+)?|Psy\\.?D\\.?|Ed\\.?D\\.?|Dr|Jr\\.?|Sr\\.?|[MB]Sc|PharmD|PhDc?)){1,4}$");

    private static final Pattern ORGANIZATION = Pattern.compile(
            "(?iu)\\b(?:center|centre|department|institute|university|office|ministry|committee|association|society|staff|team) (?:of|for|on)\\b");

    private Bylines() {}

    /** The rest of the text after a word like "by"; empty where it does not begin with one. */
    static Optional<String> afterLabel(String text) {
        if (!mayIntroduce(text)) return Optional.empty();
        Matcher matcher = LABEL.matcher(text);
        if (!matcher.lookingAt()) return Optional.empty();
        return Optional.of(text.substring(matcher.end()));
    }

    /** Quickly: whether the first word is one that a label begins with. */
    private static boolean mayIntroduce(String text) {
        if (text.isEmpty()) return false;
        if (text.charAt(0) >= 0x2E80) return FIRST_SIGNS.indexOf(text.charAt(0)) >= 0;
        int end = 0;
        while (end < text.length() && end <= LONGEST_FIRST_WORD && Character.isLetter(text.charAt(end))) end++;
        return end > 0 && end <= LONGEST_FIRST_WORD && FIRST_WORDS.contains(LowerCase.of(text.substring(0, end)));
    }

    /** The name at the end of a line like {@code March 3, 2021 by Mara Quist}. */
    static Optional<String> within(String line) {
        if (line.length() > LONGEST_BYLINE || !(line.contains("by ") || line.contains("By "))) return Optional.empty();
        Matcher matcher = INNER.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The text as a person's name, without what introduces it; empty where it is none. */
    static Optional<String> name(String text) {
        if (text.length() > LONGEST_BYLINE) return Optional.empty();
        String plain = text.replace(IDEOGRAPHIC_SPACE, ' ').strip();
        String name = afterLabel(plain).orElse(plain);
        name = withoutTrailing(name);
        name = withoutPosition(name);
        while (!name.isEmpty() && ",;:–—-/|".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).stripTrailing();
        }
        return isName(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isName(String name) {
        if (name.length() < 2 || name.length() > LONGEST_NAME) return false;
        int words = 1;
        int digits = 0;
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ' ') words++;
            if (c >= '0' && c <= '9') digits++;
            letter |= Character.isLetter(c);
        }
        boolean figures = digits > 0 && words > 1 && !CREDENTIALS.matcher(name).find();
        boolean ordinary = words > 1 && name.equals(LowerCase.of(name)) && name.startsWith("the ");
        return letter
                && words <= MOST_WORDS
                && !figures
                && !ordinary
                && Character.isLetterOrDigit(name.codePointAt(0))
                && !holdsOtherWords(name);
    }

    private static boolean holdsOtherWords(String name) {
        int start = -1;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ' ';
            if (NO_SIGNS.indexOf(c) >= 0) return true;
            boolean letter = Character.isLetter(c) || c == '\'';
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            if (IN_NO_NAME.contains(LowerCase.of(name.substring(start, i)))) return true;
            start = -1;
        }
        return DAYS.contains(LowerCase.of(name));
    }

    /** Up to a sign or a word with which something else begins. */
    private static String withoutTrailing(String name) {
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ' ';
            if (c == '|' || c == '·' || c == '•') return name.substring(0, i).strip();
            if (c != ' ') continue;
            String word = name.substring(start, i);
            boolean day = !word.isEmpty() && Character.isDigit(word.charAt(0)) && word.length() >= A_YEAR;
            boolean dash = word.equals("-") || word.equals("–") || word.equals("—");
            if (start > 0 && (dash || day || AFTER_A_NAME.contains(LowerCase.of(word)))) {
                return name.substring(0, start).strip();
            }
            start = i + 1;
        }
        return name.strip();
    }

    /** "Jane Roe, Staff Writer" is Jane Roe; "Jane Roe, PhD" keeps what she earned. */
    private static String withoutPosition(String name) {
        int comma = name.indexOf(',');
        if (comma < 0) return name;
        Matcher credentials = CREDENTIALS.matcher(name);
        if (credentials.find() && credentials.start() == comma) return name;
        return name.substring(0, comma);
    }

    /** The text as a name if it can be one, with all that stands in it. */
    static Optional<String> whole(String text) {
        String name = CleanText.oneLine(text);
        return isName(name)
                        || (name.length() <= LONGEST_NAME
                                && ORGANIZATION.matcher(name).find())
                ? Optional.of(name)
                : Optional.empty();
    }

    /** The names in a field that holds nothing but names; {@code Roe, Jane} is Jane Roe. */
    static List<String> listed(String text) {
        String line = CleanText.oneLine(text);
        if (ORGANIZATION.matcher(line).find()) return whole(line).map(List::of).orElse(List.of());
        int comma = line.indexOf(',');
        boolean inverted = comma > 0
                && comma == line.lastIndexOf(',')
                && line.indexOf(' ') > comma
                && !CREDENTIALS.matcher(line).find();
        if (inverted) line = line.substring(comma + 1).strip() + " " + line.substring(0, comma);
        List<String> names = new ArrayList<>();
        for (String part : split(line)) name(part).ifPresent(names::add);
        return names;
    }

    /** Several names said in one breath, each by itself: {@code A, B and C}. */
    static List<String> split(String names) {
        Matcher credentials = CREDENTIALS.matcher(names);
        if (names.indexOf(',') >= 0 && credentials.find() && credentials.start() == names.indexOf(','))
            return List.of(names);
        List<String> list = new ArrayList<>();
        for (String name : SEPARATOR.split(names)) {
            String whole = name.strip();
            if (whole.isEmpty()) continue;
            if (!whole.contains(" ") && whole.codePointAt(0) < 0x2E80) return List.of(names);
            list.add(whole);
        }
        return list;
    }

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*(?:[,;、]|，|\\band\\b|&| und | et | y |／)\\s*(?:and |& )?");
}
