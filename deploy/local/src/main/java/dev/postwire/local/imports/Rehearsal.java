package dev.postwire.local.imports;

import java.io.PrintStream;
import java.nio.file.Path;

/** Lists what an import would send, and sends nothing. */
final class Rehearsal implements Finds {
    private final Journal journal;
    private final Outcomes outcomes;
    private final boolean again;
    private final PrintStream out;
    private long source;
    private long items;

    Rehearsal(Journal journal, Outcomes outcomes, boolean again, PrintStream out) {
        this.journal = journal;
        this.outcomes = outcomes;
        this.again = again;
        this.out = out;
    }

    /** What comes next is of that source. */
    void of(Path path, SourceNames names) {
        source = names.number(path);
    }

    long items() {
        return items;
    }

    @Override
    public void item(Item item) {
        Item.Body body = item.body();
        Journal.Meeting meeting = journal.meet(item.identity(), body.said(), body.bytes(), source, false);
        if (meeting.standing() == Journal.Standing.UNCHANGED && !again) {
            outcomes.unchanged();
            return;
        }
        items++;
        String way = body instanceof Item.Body.Line
                ? "in a batch"
                : body instanceof Item.Body.Feed ? "as a feed" : "by itself";
        out.println(item.place() + "  " + item.identity() + "  " + body.bytes().length + " bytes, " + way);
    }

    @Override
    public void note(String line) {
        outcomes.note(line);
    }

    @Override
    public void passed(String place, String why) {
        outcomes.passed(place, why);
    }

    @Override
    public void faulty(String place, String reason) {
        outcomes.rejected(place, reason);
    }

    @Override
    public void read(long bytes) {
        // Nobody waits for it.
    }
}
