package dev.postwire.local.imports;

/** Is told what the sources are made of, in their order, by one thread; makes it wait where it is faster than what follows. */
interface Finds {
    void item(Item item) throws InterruptedException;

    /** Something about a source that whoever imports it should know. */
    void note(String line);

    /** Something that is no post, or is not wanted. The reason is a phrase that others share, to be counted by. */
    void passed(String place, String why);

    /** Something that should be a post and cannot be read. */
    void faulty(String place, String reason);

    /** So many bytes of the sources have been dealt with, sent or not. */
    void read(long bytes);
}
