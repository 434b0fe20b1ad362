package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Words;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a label stands in a post: its case, and what its neighbours say about it. */
final class Surroundings {
    /** Behind the name of some software, whatever it is called. */
    private static final Set<String> AFTER_SOFTWARE = Set.of(
            "api",
            "app",
            "code",
            "community",
            "compiler",
            "database",
            "developer",
            "developers",
            "framework",
            "language",
            "library",
            "module",
            "package",
            "plugin",
            "programmer",
            "programmers",
            "programming",
            "project",
            "script",
            "scripts",
            "sdk",
            "server");

    /** Before the name of a place. */
    private static final Set<String> BEFORE_PLACE = Set.of(
            "in", "to", "from", "near", "visit", "visiting", "nach", "aus", "bei", "à", "en", "i", "till", "från");

    /** Before the name of a programming language. */
    private static final Set<String> BEFORE_LANGUAGE =
            Set.of("in", "with", "using", "of", "like", "than", "mit", "avec");

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private static final int LONGEST_ADDRESS = 100;

    /** Titles in which so many words have capitals have them for show. */
    private static final double TITLE_CASE = 0.7;

    private final PostWords post;
    private final boolean capitalsSayNothingInTitle;

    Surroundings(PostWords post) {
        this.post = post;
        this.capitalsSayNothingInTitle = isTitleCase(post.title());
    }

    private static boolean isTitleCase(Words title) {
        int longer = 0;
        int capitals = 0;
        for (int i = 1; i < title.size(); i++) {
            if (title.end(i) - title.start(i) < 4) continue;
            longer++;
            if (title.isCapitalised(i)) capitals++;
        }
        return longer == 0 || capitals >= longer * TITLE_CASE;
    }

    Words words(Hit hit) {
        return hit.inTitle() ? post.title() : post.text();
    }

    boolean inCode(Hit hit) {
        return !hit.inTitle() && post.code().get(hit.first());
    }

    boolean isSmall(Hit hit) {
        Words words = words(hit);
        for (int i = hit.first(); i <= hit.last(); i++) {
            for (int at = words.start(i); at < words.end(i); at++) {
                if (Character.isUpperCase(words.text().charAt(at))) return false;
            }
        }
        return true;
    }

    boolean isShouted(Hit hit) {
        Words words = words(hit);
        return capitalAt(words, hit.first() - 1, true) && capitalAt(words, hit.last() + 1, true);
    }

    /** Whether the capital is there because this is a name, not because a sentence begins or all words have one. */
    boolean capitalTells(Hit hit) {
        if (hit.inTitle() && capitalsSayNothingInTitle) return false;
        return !words(hit).startsSentence(hit.first());
    }

    /** Whether a neighbour has a capital too, as in a longer name. */
    boolean isPartOfName(Hit hit) {
        Words words = words(hit);
        int before = hit.first() - 1;
        boolean joinedBefore = before >= 0
                && words.joinsPrevious(hit.first())
                && !words.startsSentence(before)
                && capitalAt(words, before, false);
        int after = hit.last() + 1;
        boolean joinedAfter = after < words.size() && words.joinsPrevious(after) && capitalAt(words, after, false);
        return joinedBefore || joinedAfter;
    }

    /** {@code Paris Hilton}, but not in titles, where the next word has a capital whatever it is, nor before a place's country. */
    boolean isBeforeName(Hit hit) {
        int next = hit.last() + 1;
        Words words = words(hit);
        return !hit.inTitle()
                && !post.headings().get(hit.first())
                && next < words.size()
                && words.start(next) == words.end(hit.last()) + 1
                && words.text().charAt(words.end(hit.last())) == ' '
                && capitalAt(words, next, false);
    }

    /** {@code Spring 2020}. */
    boolean isSeason(Hit hit) {
        Words words = words(hit);
        int next = hit.last() + 1;
        return words.folded(hit.first()).equals("spring")
                && next < words.size()
                && words.joinsPrevious(next)
                && YEAR.matcher(words.folded(next)).matches();
    }

    private static boolean capitalAt(Words words, int word, boolean all) {
        if (word < 0 || word >= words.size()) return false;
        return all ? words.isAllCapitals(word) : words.isCapitalised(word);
    }

    /** A version number or a word like "language" stands behind it, or a word like "in" before a place. */
    boolean isCued(Hit hit, Kind kind) {
        Words words = words(hit);
        if (kind == Kind.PLACE) {
            return hit.first() > 0
                    && words.joinsPrevious(hit.first())
                    && BEFORE_PLACE.contains(words.folded(hit.first() - 1));
        }
        int after = hit.last() + 1;
        if (kind != Kind.SOFTWARE || after >= words.size() || !words.joinsPrevious(after)) return false;
        String next = words.folded(after);
        boolean version = next.indexOf('.') > 0 && Character.isDigit(next.charAt(0));
        return version || AFTER_SOFTWARE.contains(next);
    }

    /** Whether a word like "in" stands before it, as before the name of a language. */
    boolean isIn(Hit hit) {
        return hit.first() > 0
                && words(hit).joinsPrevious(hit.first())
                && BEFORE_LANGUAGE.contains(words(hit).folded(hit.first() - 1));
    }

    /** Whether the post has code that is said to be in it. */
    boolean isCodeOf(Concept concept) {
        String label = concept.label().toLowerCase(Locale.ROOT);
        return post.codeLanguages().contains(label) || post.codeLanguages().contains(concept.slug());
    }

    /** {@code C.}: an initial, or the end of an abbreviation. */
    boolean isInitial(Hit hit) {
        Words words = words(hit);
        int end = words.end(hit.last());
        boolean dotted = end < words.text().length() && words.text().charAt(end) == '.';
        return dotted
                && end + 2 < words.text().length()
                && Character.isUpperCase(words.text().charAt(end + 2));
    }

    /** Whether it stands in a web or mail address. */
    boolean isInAddress(Hit hit) {
        Words words = words(hit);
        String text = words.text();
        int from = words.start(hit.first());
        int to = words.end(hit.last());
        int least = Math.max(0, from - LONGEST_ADDRESS);
        int most = Math.min(text.length(), to + LONGEST_ADDRESS);
        while (from > least && !Character.isWhitespace(text.charAt(from - 1))) from--;
        while (to < most && !Character.isWhitespace(text.charAt(to))) to++;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '@' && at > from && at + 1 < to || c == ':' && text.startsWith("//", at + 1)) return true;
        }
        return text.startsWith("www.", from);
    }

    boolean hasCode() {
        return !post.code().isEmpty();
    }
}
