package dev.postwire.query.page;

/** The forms a post can be read in, the one that is given to whoever does not care first. */
public enum Representation {
    JSON("application", "json", "application/json", ""),
    HTML("text", "html", "text/html;charset=UTF-8", "-h1"),
    MARKDOWN("text", "markdown", "text/markdown;charset=UTF-8", "-m"),
    TEXT("text", "plain", "text/plain;charset=UTF-8", "-t");

    private final String type;
    private final String subtype;
    private final String contentType;
    private final String tagSuffix;

    Representation(String type, String subtype, String contentType, String tagSuffix) {
        this.type = type;
        this.subtype = subtype;
        this.contentType = contentType;
        this.tagSuffix = tagSuffix;
    }

    String type() {
        return type;
    }

    String subtype() {
        return subtype;
    }

    public String contentType() {
        return contentType;
    }

    /** What tells its entity tag from the other forms'. The number of the HTML grows when the page's own markup changes. */
    public String tagSuffix() {
        return tagSuffix;
    }
}
