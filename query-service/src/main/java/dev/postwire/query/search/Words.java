package dev.postwire.query.search;

import dev.postwire.query.post.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed into the search box: alternatives, of each of which every term is wanted. As in PostgreSQL's
 * {@code websearch_to_tsquery}: words, {@code "phrases"}, {@code -not}, and {@code OR}, which binds less than standing side by side.
 * Anything can be typed; what makes no sense is taken as words.
 *
 * @param alternatives empty where nothing was typed
 */
public record Words(List<List<Term>> alternatives) {
    /** More terms than anyone types; what follows is left out. */
    static final int MOST_TERMS = 64;

    private static final Pattern TOKEN = Pattern.compile("(-?)\"([^\"]*)(?:\"|$)|(\\S+)");

    /**
     * One or more words that must stand in this order.
     *
     * @param wanted false where it was excluded
     */
    public record Term(String words, boolean wanted) {}

    public Words {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    public static Words parse(String typed) {
        List<List<Term>> alternatives = new ArrayList<>();
        List<Term> current = new ArrayList<>();
        Matcher token = TOKEN.matcher(StorableText.of(typed.replace('\0', ' ')).strip());
        for (int terms = 0; terms < MOST_TERMS && token.find(); ) {
            if ("OR".equalsIgnoreCase(token.group(3))) {
                if (!current.isEmpty()) alternatives.add(current);
                current = new ArrayList<>();
            } else {
                Term term = term(token);
                if (term.words().codePoints().anyMatch(Character::isLetterOrDigit)) {
                    current.add(term);
                    terms++;
                }
            }
        }
        if (!current.isEmpty()) alternatives.add(current);
        return new Words(alternatives);
    }

    private static Term term(Matcher token) {
        if (token.group(2) != null)
            return new Term(token.group(2), token.group(1).isEmpty());
        String word = token.group(3);
        return word.startsWith("-") ? new Term(word.substring(1), false) : new Term(word, true);
    }

    public boolean isEmpty() {
        return alternatives.isEmpty();
    }
}
