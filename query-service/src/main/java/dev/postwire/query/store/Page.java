package dev.postwire.query.store;

import dev.postwire.query.search.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some items of a list, and where it goes on.
 *
 * @param next absent on the last page
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** @param found up to one item more than the limit, which tells that there is a next page */
    static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> place) {
        if (found.size() <= limit) return new Page<>(found, Optional.empty());
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(place.apply(items.get(limit - 1))));
    }
}
