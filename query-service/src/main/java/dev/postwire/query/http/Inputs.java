package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.Problem.FieldError;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.index.Facet;
import dev.postwire.query.search.Cursor;
import dev.postwire.query.search.MalformedQuery;
import dev.postwire.query.search.Parameters;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what callers give, or ends the call with the problem that says what is wrong. A blank parameter counts as not given. */
final class Inputs {
    static final int MOST_ITEMS = 100;
    static final int ITEMS = 20;
    private static final Pattern POST_ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    private Inputs() {}

    static Optional<String> given(String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
    }

    static String id(String id) {
        if (isId(id)) return id;
        throw unreadable(
                ProblemCode.MALFORMED_ID,
                "id",
                "An id has 1 to 128 characters of letters, digits and the signs - . _ ~ only.");
    }

    static boolean isId(String id) {
        return POST_ID.matcher(id).matches();
    }

    static Receipt receipt(String receipt) {
        return Receipt.parse(receipt)
                .orElseThrow(() -> unreadable(
                        ProblemCode.MALFORMED_RECEIPT,
                        "receipt",
                        "Take the receipt from the answer of the intake, e.g. 3-1742."));
    }

    private static ProblemException unreadable(ProblemCode code, String parameter, String detail) {
        return Problem.of(code, detail, List.of(FieldError.of(parameter, detail)))
                .exception();
    }

    static Duration wait(String wait, Duration longest) {
        try {
            return given(wait).isPresent() ? Parameters.wait(wait, longest) : Duration.ZERO;
        } catch (MalformedQuery e) {
            throw QueryProblems.malformed(e);
        }
    }

    static int limit(String limit, int most) {
        try {
            return given(limit).isPresent() ? Parameters.limit(limit, most) : Math.min(ITEMS, most);
        } catch (MalformedQuery e) {
            throw QueryProblems.malformed(e);
        }
    }

    static Optional<Cursor> cursor(String cursor, String query) {
        try {
            return given(cursor).isPresent() ? Optional.of(Cursor.read(cursor, query)) : Optional.empty();
        } catch (MalformedQuery e) {
            throw QueryProblems.malformed(e);
        }
    }

    /** False where it is not given. */
    static boolean yes(String parameter, String text) {
        try {
            return given(text).isPresent() && Parameters.yes(parameter, text);
        } catch (MalformedQuery e) {
            throw QueryProblems.malformed(e);
        }
    }

    static Set<Facet> facets(String text) {
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        String given = given(text).orElse("false").strip();
        if (given.equals("false")) return facets;
        if (given.equals("true")) return EnumSet.allOf(Facet.class);
        for (String label : given.split(",")) {
            facets.add(Facet.of(label.strip())
                    .orElseThrow(() -> QueryProblems.malformed(new MalformedQuery(
                            "facets", "Give any of tag, language, site, author and year, with commas between."))));
        }
        return facets;
    }
}
