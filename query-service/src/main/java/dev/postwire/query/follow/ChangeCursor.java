package dev.postwire.query.follow;

import dev.postwire.query.search.MalformedQuery;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the sequence of changes, written {@code epoch-number}: everything up to that number is known to the reader. It stays
 * good as long as the database lives, and is refused by any other.
 *
 * @param epoch names the numbering, which begins anew with a new database
 * @param number of the last change that is known, 0 for none
 */
public record ChangeCursor(String epoch, long number) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{12})-(\\d{1,18})");

    /** @param parameter where it was given, for the message */
    public static ChangeCursor parse(String parameter, String text) throws MalformedQuery {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) return new ChangeCursor(matcher.group(1), Long.parseLong(matcher.group(2)));
        throw new MalformedQuery(parameter, "Take the cursor from next, or from the id of an event, unchanged.");
    }

    /** The same reader, further on. */
    public ChangeCursor at(long further) {
        return new ChangeCursor(epoch, further);
    }

    @Override
    public String toString() {
        return epoch + "-" + number;
    }
}
