package dev.postwire.enrich.bounds;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Bombs of every format, each at the size limit unless fewer bytes cost more. */
final class Bombs {
    private Bombs() {}

    static List<Bomb> all() {
        return lazily().toList();
    }

    /** Those of one kind are made when the first of them is asked for: all of them together take half a gigabyte. */
    static Stream<Bomb> lazily() {
        Stream<Supplier<Stream<Bomb>>> kinds = Stream.of(
                MarkdownBombs::all,
                FrontMatterBombs::all,
                HtmlBombs::all,
                TagBombs::all,
                TextBombs::all,
                WordBombs::all);
        return kinds.flatMap(Supplier::get);
    }
}
