package dev.postwire.query.search;

/** A parameter that cannot be read. The message is for the caller. */
public final class MalformedQuery extends Exception {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    public MalformedQuery(String parameter, String message) {
        super(message, null, false, false);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
