package dev.postwire.query.index;

import dev.postwire.query.analysis.Language;

/** What the fields of the index are called. Each language has three of its own, so that its words are counted among its like. */
final class Fields {
    /** Changes with everything that changes the fields, so that an index made before is made anew. */
    static final String VERSION = "4";

    static final String ID = "id";
    static final String NUMBER = "number";
    static final String TAG = "tag";
    static final String TAG_COUNT = "tag.count";
    static final String AUTHOR = "author";
    static final String AUTHOR_COUNT = "author.count";
    static final String SITE = "site";
    static final String LANGUAGE = "language";
    static final String LANGUAGE_COUNT = "language.count";
    static final String PUBLISHED = "published";
    static final String SORTED = "sorted";
    static final String RECEIVED = "received";
    static final String STORY = "story";
    static final String WORDS = "words";

    private static final String STEMMED = "text.";
    private static final String EXACT = "exact.";
    private static final String TITLE = "title.";

    private Fields() {}

    /** Title, headings, tags, authors and text, by their stems. */
    static String stemmed(Language language) {
        return STEMMED + language.name();
    }

    /** The same as it stands. */
    static String exact(Language language) {
        return EXACT + language.name();
    }

    /** The title alone, by its stems. */
    static String title(Language language) {
        return TITLE + language.name();
    }
}
