package dev.postwire.enrich.bounds;

import dev.postwire.enrich.RawPosts;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.RawPost;

/** A post made to cost its reader as much as it can. */
record Bomb(String name, String contentType, String body) {
    /** What the intake takes at the most. */
    static final int LARGEST = 1 << 20;

    /** A long address, so that every relative one in the post is long too. */
    static final Claim URL =
            new Claim(Claim.Field.URL, "https://x.example/" + "y".repeat(300) + "/", Claim.Source.REQUEST, "url");

    /** The piece again and again, up to the size limit. */
    static Bomb of(String contentType, String start, String piece, String end) {
        int times = (LARGEST - bytes(start) - bytes(end)) / bytes(piece);
        return of(contentType, start + piece.repeat(times) + end);
    }

    static Bomb of(String contentType, String body) {
        String type = contentType.substring(contentType.indexOf('/') + 1);
        String start = body.substring(0, Math.min(body.length(), 42))
                .replace("\n", "\\n")
                .replace("\u0000", "\\0");
        return new Bomb(type + " " + start, contentType, body);
    }

    Bomb named(String name) {
        return new Bomb(contentType.substring(contentType.indexOf('/') + 1) + " " + name, contentType, body);
    }

    /** Its beginning alone. */
    Bomb cut(int chars) {
        return new Bomb(name, contentType, body.substring(0, Math.min(body.length(), chars)));
    }

    RawPost raw() {
        return RawPosts.of(contentType, body, URL);
    }

    @Override
    public String toString() {
        return name;
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
