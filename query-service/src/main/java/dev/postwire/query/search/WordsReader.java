package dev.postwire.query.search;

import dev.postwire.query.post.StorableText;
import dev.postwire.query.search.Words.Clause;
import dev.postwire.query.search.Words.Need;
import dev.postwire.query.search.Words.Place;
import dev.postwire.query.search.Words.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type: words, {@code "phrases"}, {@code -not}, {@code NOT this}, {@code +must}, {@code a OR b} and {@code title:},
 * {@code author:}, {@code site:}, {@code tag:}, {@code language:}; or a whole question, whose quotations are wanted and not required.
 * Never fails: what makes no sense is taken as words or left out, and whatever is not done as it was typed has a note. In time
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

    /** From so many words on, its quotations among them, a text is prose and no list of words. */
    private static final int PROSE_WORDS = 8;

    /** So many of them stand beside its quotations: what is little else than a quotation is looked for as such. */
    private static final int BESIDE_QUOTATIONS = 4;

    private static final String IS_NO_SIGN =
            " was ignored: posts that have all the words come first anyway. Mark with + what a post must have.";

    private static final Set<String> OR = Set.of("OR", "|", "||");
    private static final Set<String> AND = Set.of("AND", "&&");
    private static final String NOT = "NOT";

    /** A word with the sign that elsewhere stands for any ending. */
    private static final Pattern BEGINNING = Pattern.compile("[\\p{L}\\p{N}]+\\*");

    private static final Pattern QUOTATION = Pattern.compile("[\"“”„«»][^\"“”„«»]*[\"“”„«»]");

    private final List<Clause> clauses = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private String text = "";
    private boolean prose;
    private boolean sentence;
    private boolean joins;
    private boolean negates;
    private int terms;

    private WordsReader() {}

    static Words read(String typed) {
        WordsReader reader = new WordsReader();
        reader.readAll(StorableText.of(typed.replace('\0', ' ')).strip());
        return new Words(reader.clauses, List.copyOf(reader.notes));
    }

    private void readAll(String typed) {
        text = StorableText.of(typed, MOST_CHARACTERS);
        if (text.length() < typed.length()) notes.add("Only the first " + MOST_CHARACTERS + " characters were read.");
        prose = count(text) >= PROSE_WORDS && count(QUOTATION.matcher(text).replaceAll(" ")) >= BESIDE_QUOTATIONS;
        sentence = prose && SENTENCE.matcher(text.strip()).find();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (terms == MOST_TERMS) {
                notes.add("Only the first " + MOST_TERMS + " words were read.");
                return;
            }
            read(token.group(), token);
        }
        if (joins) notes.add("OR at the end was ignored.");
        if (negates) notes.add("NOT at the end was ignored.");
    }

    private void read(String whole, Matcher token) {
        if (OR.contains(whole)) join();
        else if (AND.contains(whole)) notes.add(whole + IS_NO_SIGN);
        // In prose it is but said loudly.
        else if (NOT.equals(whole) && !prose) negates = true;
        else term(token);
    }

    private void join() {
        if (clauses.isEmpty()) notes.add("OR at the beginning was ignored.");
        else joins = true;
    }

    private static long count(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> says(word) && !OR.contains(word) && !AND.contains(word) && !word.equals(NOT))
                .count();
    }

    private void term(Matcher token) {
        Optional<Term> read = read(token);
        if (read.isEmpty() || dashed(token, read.get())) return;
        Term term = read.get();
        terms++;
        Need need = negates ? Need.EXCLUDED : need(token.group(1), term);
        if (!term.exact()) tellOfSigns(token, term);
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
        negates = false;
    }

    /** What other search boxes take for more than a word. */
    private void tellOfSigns(Matcher token, Term term) {
        boolean signed = joins || negates || !token.group(1).isEmpty();
        if (signed && term.text().startsWith("(")) notes.add("Parentheses were ignored: they group nothing.");
        if (BEGINNING.matcher(term.text()).matches()) {
            notes.add("* was ignored: words are found in all their forms, and not by how they begin.");
        }
    }

    private Optional<Term> read(Matcher token) {
        boolean quoted = token.group(3) != null;
        String words = quoted ? token.group(3).strip() : token.group(4);
        Place place = token.group(2) == null ? Place.ANYWHERE : place(token.group(2));
        if (!quoted && BARE_FIELD.matcher(words).matches()) {
            notes.add(words + " names nothing and was ignored.");
            return Optional.empty();
        }
        if (says(words)) {
            String meant = place == Place.LANGUAGE ? LanguageNames.code(words) : words;
            return Optional.of(new Term(place, meant, quoted));
        }
        if (token.group(2) != null) notes.add(token.group(2) + ": names nothing and was ignored.");
        else if (quoted) notes.add("An empty phrase was ignored.");
        else if (!token.group().isBlank() && !closing(token)) notes.add(token.group() + " is no word and was ignored.");
        return Optional.empty();
    }

    /** What ends a sentence right behind a quotation. */
    private boolean closing(Matcher token) {
        return token.start() > 0 && !Character.isWhitespace(text.charAt(token.start() - 1));
    }

    /** In a sentence a hyphen may be a dash, and what stands behind it neither excluded nor, where it was meant to be, wanted. */
    private boolean dashed(Matcher token, Term term) {
        boolean minus = !token.group(1).isEmpty() && !token.group(1).equals("+");
        boolean dashed = sentence && minus && term.place() == Place.ANYWHERE;
        if (dashed) notes.add(token.group() + " was ignored: in a whole sentence a hyphen excludes nothing.");
        return dashed;
    }

    /** Who writes a whole text quotes what others said: there quotes are no demands. */
    private Need need(String sign, Term term) {
        boolean anywhere = term.place() == Place.ANYWHERE;
        if (sign.equals("+") || !anywhere && sign.isEmpty()) return Need.REQUIRED;
        if (!sign.isEmpty()) return Need.EXCLUDED;
        if (!term.exact()) return Need.WANTED;
        if (prose)
            notes.add(
                    "In so long a text what is quoted is wanted and not required. Mark with + what a post must have.");
        return prose ? Need.WANTED : Need.REQUIRED;
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
