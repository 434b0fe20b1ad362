package dev.postwire.enrich.entity;

/** Addresses that are people's own by the custom of those who give them out. Stateless. */
final class Profiles {
    private static final WordList HOSTS = WordList.of("""
            about.me bsky.app flickr.com github.com gitlab.com goodreads.com imdb.com instagram.com keybase.io
            last.fm linkedin.com medium.com speakerdeck.com threads.net twitter.com x.com""");

    private static final WordList FOLDERS =
            WordList.of("author authors in name people person profile speaker speakers staff user users");

    private Profiles() {}

    /** Whether a person has such an address: {@code https://twitter.com/ada}, {@code https://example.org/@ada}. */
    static boolean isProfile(String url) {
        int host = url.indexOf("://");
        if (host < 0) return false;
        String[] parts = url.substring(host + 3).split("[/?#]", 5);
        String name = parts[0].startsWith("www.") ? parts[0].substring(4) : parts[0];
        if (parts.length < 2 || parts[1].isEmpty()) return false;
        if (parts[1].startsWith("@") || FOLDERS.contains(parts[1])) return true;
        boolean alone = parts.length == 2 || parts[2].isEmpty();
        return alone && HOSTS.contains(name);
    }
}
