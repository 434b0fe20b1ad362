package dev.postwire.local.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads one file, whatever is in it; no more of it is kept than the largest post, or feed, may have. */
final class FileReading {
    /** The most that an intake can be set to take of a post, and of a feed. */
    static final int MOST_POST_BYTES = 8 * 1024 * 1024;

    private static final int MOST_FEED_BYTES = 32 * 1024 * 1024;
    private static final int BEGINNING = 512;

    private final ItemMaker maker;
    private final boolean drafts;
    private final WebArchive webArchive;

    FileReading(ItemMaker maker, boolean drafts) {
        this.maker = maker;
        this.drafts = drafts;
        this.webArchive = new WebArchive(maker, MOST_POST_BYTES);
    }

    /**
     * A file as it was found.
     *
     * @param place for people
     * @param relative its place in the site's content, its name as it is
     */
    record Source(String place, String relative, Generator generator) {
        String unpacked() {
            return Unpacked.name(relative);
        }
    }

    /** A file that somebody named: where its name says nothing it is what it begins as. Leaves the stream open. */
    void readNamed(Source source, InputStream in, Finds finds) throws InterruptedException {
        if (Kind.ofName(source.unpacked()).isPresent()) {
            read(source, in, finds);
            return;
        }
        guarded(source, finds, () -> {
            BufferedInputStream content = new BufferedInputStream(Unpacked.stream(source.relative(), in));
            content.mark(BEGINNING);
            byte[] beginning = content.readNBytes(BEGINNING);
            content.reset();
            Optional<Kind> kind = Kind.ofBeginning(beginning);
            if (kind.isPresent()) read(source, kind.get(), content, finds);
            else finds.faulty(source.place(), "is no text");
        });
    }

    /** Leaves the stream open. */
    void read(Source source, InputStream in, Finds finds) throws InterruptedException {
        Kind kind = Kind.ofName(source.unpacked()).orElseThrow();
        guarded(source, finds, () -> {
            InputStream content = kind == Kind.WARC ? in : Unpacked.stream(source.relative(), in);
            read(source, kind, content, finds);
        });
    }

    private interface Reading {
        void run() throws IOException, InterruptedException;
    }

    /** A file that cannot be read, as a packed one that is broken, concerns no other. */
    private static void guarded(Source source, Finds finds, Reading reading) throws InterruptedException {
        try {
            reading.run();
        } catch (IOException e) {
            finds.faulty(source.place(), "cannot be read: " + e.getMessage());
        }
    }

    private void read(Source source, Kind kind, InputStream content, Finds finds)
            throws IOException, InterruptedException {
        switch (kind) {
            case WARC -> webArchive.read(source.place(), unclosed(content), finds);
            case LINES -> lines(source, content, finds);
            case XML, JSON -> data(source, kind, content, finds);
            default -> post(source, kind, content, finds);
        }
    }

    private void post(Source source, Kind kind, InputStream content, Finds finds)
            throws IOException, InterruptedException {
        byte[] bytes = content.readNBytes(MOST_POST_BYTES + 1);
        if (bytes.length > MOST_POST_BYTES) {
            finds.faulty(source.place(), "is larger than any post may be (" + MOST_POST_BYTES + " bytes)");
            return;
        }
        Optional<Item> item = maker.post(source.place(), source.unpacked(), kind, source.generator(), bytes, drafts);
        if (item.isPresent()) finds.item(item.get());
        else finds.passed(source.place(), "drafts");
    }

    private void data(Source source, Kind kind, InputStream content, Finds finds)
            throws IOException, InterruptedException {
        byte[] bytes = content.readNBytes(MOST_FEED_BYTES + 1);
        if (bytes.length > MOST_FEED_BYTES) {
            finds.faulty(source.place(), "is larger than any feed may be (" + MOST_FEED_BYTES + " bytes)");
        } else if (kind == Kind.JSON) {
            Optional<Item> item = maker.json(source.place(), source.unpacked(), bytes);
            if (item.isPresent()) finds.item(item.get());
            else finds.passed(source.place(), "JSON that is neither envelope nor feed");
        } else if (Kind.isFeed(bytes)) {
            finds.item(maker.feed(source.place(), source.unpacked(), bytes));
        } else {
            finds.passed(source.place(), "XML that is no feed");
        }
    }

    private void lines(Source source, InputStream content, Finds finds) throws IOException, InterruptedException {
        LineReader lines = new LineReader(content, MOST_POST_BYTES);
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            String place = source.place() + ":" + line.number();
            if (!line.whole()) finds.faulty(place, "is longer than any post may be (" + MOST_POST_BYTES + " bytes)");
            else if (!line.isBlank()) finds.item(maker.line(place, line.bytes()));
        }
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // Whoever opened it closes it.
            }
        };
    }
}
