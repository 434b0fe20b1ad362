package dev.postwire.query.search;

import dev.postwire.query.post.StorableText;
import dev.postwire.query.search.Words.Clause;
import dev.postwire.query.search.Words.Need;
import dev.postwire.query.search.Words.Place;
import dev.postwire.query.search.Words.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type: words, {@code "phrases"}, {@code -not}, {@code +must}, {@code a OR b} and {@code title:}, {@code author:},
 * {@code site:}, {@code tag:}, {@code language:}; or a whole question, whose quotations are wanted and not required. Never fails: what makes no sense is taken as words or left out with a note. In time
 * proportional to the length.
 */
final class WordsReader {
    /** More terms than anyone types. */
    static final int MOST_TERMS = 64;

    /** Longer than a page of text. */
    static final int MOST_CHARACTERS = 4_096;

    /** A sign, a field, and a phrase or what stands up to the next space. Curly and angled quotes are quotes. */
    private static final Pattern TOKEN = Pattern.compile(
            "([-+\u2212]?)(?:(title|author|site|tag|language|lang):)?(?:[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|(\\S+))",
            Pattern.CASE_INSENSITIVE);

    /** A field that nothing stands behind. */
    private static final Pattern BARE_FIELD =
            Pattern.compile("(?:title|author|site|tag|language|lang):", Pattern.CASE_INSENSITIVE);

    /** How a sentence ends, in any script. */
    private static final Pattern SENTENCE = Pattern.compile("[.?!。？！]['\")”»」』]*$");

    /** From so many words beside its quotations a text is prose. */
    private static final int PROSE_WORDS = 8;

    private static final Pattern QUOTATION = Pattern.compile("[\"“”„«»][^\"“”„«»]*[\"“”„«»]");

    private final List<Clause> clauses = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean prose;
    private boolean sentence;
    private boolean joins;
    private int terms;

    private WordsReader() {}

    static Words read(String typed) {
        WordsReader reader = new WordsReader();
        reader.readAll(StorableText.of(typed.replace('\0', ' ')));
        return new Words(reader.clauses, reader.notes);
    }

    private void readAll(String typed) {
        String text = StorableText.of(typed, MOST_CHARACTERS);
        if (text.length() < typed.length()) notes.add("Only the first " + MOST_CHARACTERS + " characters were read.");
        sentence = SENTENCE.matcher(text.strip()).find();
        prose = sentence || QUOTATION.matcher(text).replaceAll(" ").strip().split("\\s+").length >= PROSE_WORDS;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (terms == MOST_TERMS) {
                notes.add("Only the first " + MOST_TERMS + " words were read.");
                return;
            }
            if ("OR".equals(token.group()) || "|".equals(token.group())) join();
            else if (!"AND".equals(token.group()) && !"&&".equals(token.group())) term(token);
        }
        if (joins) notes.add("OR at the end was ignored.");
    }

    private void join() {
        if (clauses.isEmpty()) notes.add("OR at the beginning was ignored.");
        else joins = true;
    }

    private void term(Matcher token) {
        Optional<Term> read = read(token);
        if (read.isEmpty()) return;
        Term term = read.get();
        terms++;
        Need need = need(token.group(1), term);
        Clause last = joins ? clauses.get(clauses.size() - 1) : null;
        if (last != null && need != Need.EXCLUDED && last.need() != Need.EXCLUDED) {
            List<Term> anyOf = new ArrayList<>(last.anyOf());
            anyOf.add(term);
            boolean required = last.need() == Need.REQUIRED || need == Need.REQUIRED;
            clauses.set(clauses.size() - 1, new Clause(required ? Need.REQUIRED : Need.WANTED, anyOf));
        } else {
            if (last != null) notes.add("OR beside something excluded was ignored.");
            clauses.add(new Clause(need, List.of(term)));
        }
        joins = false;
    }

    private Optional<Term> read(Matcher token) {
        boolean quoted = token.group(3) != null;
        String text = quoted ? token.group(3).strip() : token.group(4);
        Place place = token.group(2) == null ? Place.ANYWHERE : place(token.group(2));
        if (!quoted && BARE_FIELD.matcher(text).matches()) {
            notes.add(text + " names nothing and was ignored.");
            return Optional.empty();
        }
        if (says(text)) return Optional.of(new Term(place, text, quoted));
        if (token.group(2) != null) notes.add(token.group(2) + ": names nothing and was ignored.");
        else if (quoted) notes.add("An empty phrase was ignored.");
        else if (!token.group().isBlank()) notes.add(token.group() + " is no word and was ignored.");
        return Optional.empty();
    }

    /** Who asks in a sentence quotes what others said and hyphenates: there neither quotes nor hyphens are demands. */
    private Need need(String sign, Term term) {
        boolean anywhere = term.place() == Place.ANYWHERE;
        if (sign.equals("+") || !anywhere && sign.isEmpty()) return Need.REQUIRED;
        if (!sign.isEmpty()) return sentence && anywhere ? Need.WANTED : Need.EXCLUDED;
        return term.exact() && !prose ? Need.REQUIRED : Need.WANTED;
    }

    private static Place place(String field) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "title" -> Place.TITLE;
            case "author" -> Place.AUTHOR;
            case "site" -> Place.SITE;
            case "tag" -> Place.TAG;
            default -> Place.LANGUAGE;
        };
    }

    /** Letters, digits, or a symbol that is looked for by itself, as an emoji. */
    private static boolean says(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }
}
