package dev.postwire.query.index;

import dev.postwire.query.search.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The authors, sites and tags that posts have, for whoever typed a part of one or mistyped it. For one question, on one thread. */
final class FieldValues {
    /** Looked at, from the first by the alphabet: where there are more, the rest is not guessed. */
    private static final int LOOKED_AT = 20_000;

    private final IndexReader reader;

    FieldValues(IndexReader reader) {
        this.reader = reader;
    }

    /** Of those that have it as words the one of most posts, else the nearest by its letters. Empty where what was typed is one. */
    Optional<String> meant(String field, String typed) throws IOException {
        Terms all = MultiTerms.getTerms(reader, field);
        if (all == null || typed.isBlank() || reader.docFreq(new Term(field, typed)) > 0) return Optional.empty();
        Pattern within = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(typed) + "(?![\\p{L}\\p{N}])");
        List<String> names = new ArrayList<>();
        Optional<String> best = Optional.empty();
        int most = 0;
        TermsEnum each = all.iterator();
        for (BytesRef term = each.next(); term != null && names.size() < LOOKED_AT; term = each.next()) {
            String name = term.utf8ToString();
            names.add(name);
            if (each.docFreq() <= most || !within.matcher(name).find()) continue;
            most = each.docFreq();
            best = Optional.of(name);
        }
        return best.isPresent() ? best : Nearest.of(typed, names);
    }
}
