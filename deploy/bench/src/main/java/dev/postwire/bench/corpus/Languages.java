package dev.postwire.bench.corpus;

/** Subtags of languages in the names of files. */
final class Languages {
    private Languages() {}

    /** {@code pt-BR} is {@code pt}; Filipino is Tagalog. */
    static String of(String locale) {
        String language = locale.split("[-_]")[0];
        return language.equals("fil") ? "tl" : language;
    }
}
