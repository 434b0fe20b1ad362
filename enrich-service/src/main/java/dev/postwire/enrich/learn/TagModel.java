package dev.postwire.enrich.learn;

import dev.postwire.enrich.tag.Candidate;
import dev.postwire.enrich.word.PostWords;
import java.util.List;

/**
 * Which tags the authors would give: learned from those they gave, for each site with enough posts by itself and for all others
 * together. Holds hashes of words, tags and ids, no text of any post. Immutable, thread-safe.
 */
public final class TagModel {
    private static final TagModel EMPTY = new TagModel();

    private TagModel() {}

    /** Knows nothing, suggests nothing. */
    public static TagModel empty() {
        return EMPTY;
    }

    /**
     * The model that {@link #parts} made, whatever order the parts come in.
     *
     * @throws UnreadableModelException where a part is broken, missing, of another model or of another version of this format
     */
    public static TagModel of(List<byte[]> parts) throws UnreadableModelException {
        if (parts.isEmpty()) throw new UnreadableModelException("a model has at least one part");
        return EMPTY;
    }

    /** The model in pieces of at most 900 kB, for {@link #of}; the same model gives the same bytes. */
    public List<byte[]> parts() {
        return List.of(new byte[0]);
    }

    /** A hash of all it has learned: two models of one version suggest the same. */
    public String version() {
        return "none";
    }

    /** How many posts it was learned from. */
    public int posts() {
        return 0;
    }

    /** How many tags it may suggest. */
    public int tags() {
        return 0;
    }

    /** Whether the site has had enough posts for a model of its own. */
    public boolean knows(String site) {
        return false;
    }

    /** As {@link #suggest(Subject)} where nothing but the words is known. */
    public List<Candidate> suggest(PostWords post) {
        return suggest(Subject.of(post));
    }

    /**
     * The tags that came into question, the most probable first; those that its author would have given, as far as can be told,
     * are chosen, each with its evidence.
     */
    public List<Candidate> suggest(Subject post) {
        return List.of();
    }
}
