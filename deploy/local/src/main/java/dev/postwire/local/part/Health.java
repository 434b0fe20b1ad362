package dev.postwire.local.part;

/**
 * What one probe of a part found.
 *
 * @param detail one line on why it is not ready; empty when it is
 */
public record Health(State state, String detail) {

    /** From best to worst. */
    public enum State {
        /** It does its work now. */
        READY,
        /** It answers, and waits for something that will come: for another part, for the end of its own start. */
        WAITING,
        /** It does not answer. */
        SILENT,
        /** It says itself that only a restart will help. */
        DOWN
    }

    public static Health up() {
        return new Health(State.READY, "");
    }

    public static Health waiting(String detail) {
        return new Health(State.WAITING, detail);
    }

    public static Health silent(String detail) {
        return new Health(State.SILENT, detail);
    }

    public static Health down(String detail) {
        return new Health(State.DOWN, detail);
    }

    public boolean ready() {
        return state == State.READY;
    }
}
