package dev.postwire.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.local.call.Services;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One import: reads the sources, sends what is new or changed, and waits for what becomes of it. Read by one thread, settled on others. */
final class ImportRun implements Finds, Sending.Refused {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final ImportOrder order;
    private final Journal journal;
    private final SourceNames names;
    private final Outcomes outcomes;
    private final Progress progress;
    private final Trouble trouble = new Trouble();
    private final Receipts receipts;
    private final Sending sending;
    private long source;
    private long bytes;

    ImportRun(
            ImportOrder order,
            Services services,
            Journal journal,
            SourceNames names,
            Outcomes outcomes,
            Progress progress) {
        this.order = order;
        this.journal = journal;
        this.names = names;
        this.outcomes = outcomes;
        this.progress = progress;
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        this.receipts = new Receipts(client, services, trouble, this::settled);
        this.sending = new Sending(new Intake(client, services), services.ingest(), receipts, trouble, this);
    }

    /** @throws PartFailure where it cannot be brought to its end; what was settled until then stands */
    void run(Sources sources) throws IOException, InterruptedException {
        sending.start();
        for (String given : order.paths()) {
            Path path = Path.of(given);
            source = names.number(path);
            sources.read(path, this);
        }
        sending.finish();
        receipts.awaitAll();
        progress.advance(bytes);
    }

    @Override
    public void item(Item item) throws InterruptedException {
        trouble.check();
        long weight = bytes;
        bytes = 0;
        Journal.Meeting meeting = meet(item, item.own() && !order.again());
        Optional<Path> other =
                meeting.standing() == Journal.Standing.OTHERS ? names.standing(meeting.source()) : Optional.empty();
        if (meeting.standing() == Journal.Standing.OTHERS && other.isEmpty()) meeting = meet(item, false);
        if (other.isPresent()) {
            outcomes.rejected(
                    item.place(),
                    "a post of the same name was imported from " + other.get()
                            + "; tell them apart by --prefix or --site, or replace it by --again");
            progress.advance(weight);
        } else if (meeting.standing() == Journal.Standing.UNCHANGED && !order.again()) {
            outcomes.unchanged();
            progress.advance(weight);
        } else {
            sending.add(new Parcel(item, meeting, weight));
        }
    }

    private Journal.Meeting meet(Item item, boolean owned) {
        return journal.meet(item.identity(), item.body().said(), item.body().bytes(), source, owned);
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
    public void read(long more) {
        bytes += more;
    }

    @Override
    public void refused(Parcel parcel, String place, String reason) {
        outcomes.rejected(place, reason);
        parcel.expect();
        over(parcel, false);
    }

    @Override
    public void sent(Parcel parcel) {
        over(parcel, true);
    }

    private void settled(Receipts.Awaited post, JsonNode receipt) {
        String state = receipt.path("state").asText();
        switch (state) {
            case "stored" -> outcomes.imported();
            case "superseded" -> outcomes.replaced();
            case "rejected" ->
                outcomes.rejected(
                        post.place(),
                        receipt.path("reason").asText() + ": "
                                + receipt.path("detail").asText());
            default -> outcomes.rejected(post.place(), state + " meanwhile");
        }
        over(post.parcel(), state.equals("stored") || state.equals("superseded"));
    }

    private void over(Parcel parcel, boolean well) {
        if (!parcel.over(well)) return;
        if (parcel.wentWell()) journal.stored(parcel.meeting());
        progress.advance(parcel.bytes());
    }
}
