package dev.postwire.query.search;

import java.util.List;

/**
 * What was typed into the search box, read by {@link WordsReader}: every clause is wanted, some are required, some excluded.
 *
 * @param clauses empty where nothing was typed
 * @param notes what was not understood and left out, in sentences for whoever typed it
 */
public record Words(List<Clause> clauses, List<String> notes) {
    public Words {
        clauses = List.copyOf(clauses);
        notes = List.copyOf(notes);
    }

    /** Whether a post may do without. */
    public enum Need {
        /** A post that has it comes first. */
        WANTED,
        /** A post without it is not found: it was quoted, marked with a plus sign or named a field. */
        REQUIRED,
        /** A post with it is not found. */
        EXCLUDED
    }

    /** Where it is looked for. */
    public enum Place {
        ANYWHERE,
        TITLE,
        AUTHOR,
        SITE,
        TAG,
        LANGUAGE
    }

    /** At least one of these terms. */
    public record Clause(Need need, List<Term> anyOf) {
        public Clause {
            anyOf = List.copyOf(anyOf);
        }
    }

    /**
     * @param text one word, or several that stand in this order, as typed
     * @param exact true where it was quoted: as it stands and not by its stem
     */
    public record Term(Place place, String text, boolean exact) {}

    /** The same, with every word wanted and none required; what names a field stays. */
    public Words withoutDemands() {
        return new Words(clauses.stream().map(Words::withoutDemand).toList(), notes);
    }

    private static Clause withoutDemand(Clause clause) {
        boolean words = clause.anyOf().stream().allMatch(term -> term.place() == Place.ANYWHERE);
        return clause.need() == Need.REQUIRED && words ? new Clause(Need.WANTED, clause.anyOf()) : clause;
    }

    public boolean isEmpty() {
        return clauses.isEmpty();
    }
}
