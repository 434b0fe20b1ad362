package dev.postwire.bench.accuracy;

import dev.postwire.bench.Wcxb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which labelled pages a measurement goes over. */
final class PageChoice {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Labelled pages as WCXB lays them out; by default ../shared/data/extraction/wcxb-dev.")
    Path data;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only pages of this type, e.g. article.")
    String type;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many pages.")
    long limit = Long.MAX_VALUE;

    void each(Consumer<Wcxb.Page> work) throws IOException {
        try (Stream<Wcxb.Page> pages = Wcxb.pages(data == null ? Wcxb.folder() : data)) {
            pages.filter(page -> type == null || type.equals(page.type()))
                    .limit(limit)
                    .forEach(work);
        }
    }
}
