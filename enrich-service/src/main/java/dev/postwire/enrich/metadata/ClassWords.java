package dev.postwire.enrich.metadata;

import java.util.Map;

/**
 * What the words in an element's class and id say it holds. Names are taken apart at hyphens, underscores and capitals, so
 * {@code post-author}, {@code PostAuthor} and {@code author_name} all speak of an author and {@code authority} does not. One pass
 * over the characters, whatever the names.
 */
final class ClassWords {
    static final int AUTHOR = 1;
    static final int BYLINE = 1 << 1;
    static final int NAME = 1 << 2;
    static final int DATE = 1 << 3;
    static final int UPDATED = 1 << 4;
    static final int USER = 1 << 5;
    /** Beside an author's name: a picture, a biography, a post held. */
    static final int BESIDE_A_NAME = 1 << 6;

    static final int COMMENT = 1 << 7;
    /** Of other posts: related, popular, recent ones. */
    static final int RELATED = 1 << 8;

    static final int SIDE = 1 << 9;
    static final int FOOTER = 1 << 10;
    static final int TAG = 1 << 11;
    static final int POST = 1 << 12;

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("author", AUTHOR),
            Map.entry("authors", AUTHOR),
            Map.entry("autor", AUTHOR),
            Map.entry("auteur", AUTHOR),
            Map.entry("writer", AUTHOR),
            Map.entry("contributor", AUTHOR),
            Map.entry("contributors", AUTHOR),
            Map.entry("creator", AUTHOR),
            Map.entry("reporter", AUTHOR),
            Map.entry("authorname", AUTHOR | NAME),
            Map.entry("byline", BYLINE),
            Map.entry("bylines", BYLINE),
            Map.entry("name", NAME),
            Map.entry("vcard", NAME),
            Map.entry("date", DATE),
            Map.entry("dates", DATE),
            Map.entry("dateline", DATE),
            Map.entry("datetime", DATE),
            Map.entry("time", DATE),
            Map.entry("timestamp", DATE),
            Map.entry("published", DATE),
            Map.entry("pubdate", DATE),
            Map.entry("publish", DATE),
            Map.entry("posted", DATE),
            Map.entry("updated", UPDATED),
            Map.entry("modified", UPDATED),
            Map.entry("username", USER | NAME),
            Map.entry("user", USER),
            Map.entry("poster", USER),
            Map.entry("nick", USER | NAME),
            Map.entry("nickname", USER | NAME),
            Map.entry("bio", BESIDE_A_NAME),
            Map.entry("avatar", BESIDE_A_NAME),
            Map.entry("image", BESIDE_A_NAME),
            Map.entry("photo", BESIDE_A_NAME),
            Map.entry("description", BESIDE_A_NAME),
            Map.entry("role", BESIDE_A_NAME),
            Map.entry("job", BESIDE_A_NAME),
            Map.entry("position", BESIDE_A_NAME),
            Map.entry("social", BESIDE_A_NAME),
            Map.entry("comment", COMMENT),
            Map.entry("comments", COMMENT),
            Map.entry("disqus", COMMENT),
            Map.entry("reply", COMMENT),
            Map.entry("replies", COMMENT),
            Map.entry("respond", COMMENT),
            Map.entry("related", RELATED),
            Map.entry("recommended", RELATED),
            Map.entry("recommendations", RELATED),
            Map.entry("popular", RELATED),
            Map.entry("recent", RELATED),
            Map.entry("similar", RELATED),
            Map.entry("trending", RELATED),
            Map.entry("card", RELATED),
            Map.entry("cards", RELATED),
            Map.entry("teaser", RELATED),
            Map.entry("promo", RELATED),
            Map.entry("carousel", RELATED),
            Map.entry("slider", RELATED),
            Map.entry("sidebar", SIDE),
            Map.entry("aside", SIDE),
            Map.entry("widget", SIDE),
            Map.entry("footer", FOOTER),
            Map.entry("tag", TAG),
            Map.entry("tags", TAG),
            Map.entry("post", POST),
            Map.entry("topic", POST),
            Map.entry("message", POST));

    private static final int TABLE = 1024;
    private static final String[] KEYS = new String[TABLE];
    private static final int[] VALUES = new int[TABLE];
    private static final int[] HASHES = new int[TABLE];

    static {
        WORDS.forEach((word, meaning) -> {
            int slot = word.hashCode() & (TABLE - 1);
            while (KEYS[slot] != null) slot = (slot + 1) & (TABLE - 1);
            KEYS[slot] = word;
            VALUES[slot] = meaning;
            HASHES[slot] = word.hashCode();
        });
    }

    private ClassWords() {}

    /** The meanings of all words in the names, as bits. */
    static int of(String names) {
        int found = 0;
        int start = -1;
        int hash = 0;
        char previous = ' ';
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            boolean lower = c >= 'a' && c <= 'z';
            boolean upper = c >= 'A' && c <= 'Z';
            boolean begins = upper && previous >= 'a' && previous <= 'z';
            if (start >= 0 && (begins || !lower && !upper)) {
                found |= meaning(names, start, i, hash);
                start = -1;
            }
            if (lower || upper) {
                if (start < 0) {
                    start = i;
                    hash = 0;
                }
                hash = 31 * hash + (c | ' ');
            }
            previous = c;
        }
        return start < 0 ? found : found | meaning(names, start, names.length(), hash);
    }

    private static int meaning(String names, int start, int end, int hash) {
        for (int slot = hash & (TABLE - 1); KEYS[slot] != null; slot = (slot + 1) & (TABLE - 1)) {
            String word = KEYS[slot];
            if (HASHES[slot] == hash
                    && word.length() == end - start
                    && names.regionMatches(true, start, word, 0, word.length())) {
                return VALUES[slot];
            }
        }
        return 0;
    }
}
