package dev.postwire.enrich.learn;

/**
 * Gathers tagged posts and makes a model of them. Keeps numbers of each post, not its text. The same examples in the same order
 * give the same model. Used by one thread; {@link #train} uses all cores.
 */
public final class Trainer {
    public Trainer() {}

    /** Goes on from a model: what is added to and removed from its posts is learned anew, the rest is kept. */
    public static Trainer from(TagModel model) {
        return new Trainer();
    }

    /** Takes the place of an earlier example of the same id; one without tags counts as removed. */
    public void add(Example example) {}

    /** Forgets a post; nothing happens where there is none of that id. */
    public void remove(String id) {}

    public TagModel train() {
        return TagModel.empty();
    }
}
