package dev.postwire.bench.contender;

import java.util.List;

/** Something that finds a page's main text and what is known about it. Used by one thread at a time. */
public interface Contender {
    String name();

    /**
     * Reads a page as it came: its bytes, UTF-8, and its address, empty where that is not known. May throw what a hostile page
     * makes it throw; the caller counts that.
     */
    Answer read(String url, byte[] html) throws Exception;

    /** Postwire first, then the peers, at last the floor: the page's whole text. */
    static List<Contender> all() {
        return List.of(
                new PostwireContender(),
                new Readability4jContender(),
                new BoilerpipeContender(),
                new CruxContender(),
                new WholePage());
    }
}
