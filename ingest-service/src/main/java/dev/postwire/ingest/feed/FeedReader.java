package dev.postwire.ingest.feed;

import java.util.List;

/** Reads a feed of any kind, whatever it was called. Pure and thread-safe; takes time and memory with the length of the bytes. */
public final class FeedReader {
    private FeedReader() {}

    /** The entries in the order they stand in, for one who bounds memory in another way. */
    public static List<Entry> read(byte[] bytes, FeedSource source) throws MalformedFeedException {
        return read(bytes, source, Room.ANY);
    }

    /**
     * The entries in the order they stand in.
     *
     * @param room asked for what is taken beside a few times the length of the bytes; what it throws is passed on
     */
    public static List<Entry> read(byte[] bytes, FeedSource source, Room room) throws MalformedFeedException {
        String text = FeedText.of(bytes, source.charset().orElse(null));
        int first = 0;
        while (first < text.length() && (text.charAt(first) <= ' ' || text.charAt(first) == '\uFEFF')) first++;
        if (first == text.length()) throw new MalformedFeedException("is blank", text, 0);
        // Cut, not stripped: places are counted in what was sent.
        boolean json = text.charAt(first) == '{' || text.charAt(first) == '[';
        return json
                ? JsonFeed.entries(text.replace('\uFEFF', ' '), source, room)
                : XmlFeed.entries(XmlReader.read(text, room), source);
    }
}
