package dev.postwire.enrich.language;

import java.util.List;

/** A few words and the number of the language they are in; {@link #NONE} where they are names only. */
record Example(List<String> words, int language) {
    static final int NONE = -1;
}
