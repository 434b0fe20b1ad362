package dev.postwire.bench.speed;

import dev.postwire.bench.contender.BoilerpipeContender;
import dev.postwire.bench.contender.Contender;
import dev.postwire.bench.contender.CruxContender;
import dev.postwire.bench.contender.PostwireContender;
import dev.postwire.bench.contender.Readability4jContender;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.extract.Extractor;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.read.Reader;
import java.util.List;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One operation is as many passes over the whole sample as take a second of CPU: pages differ by a factor of a thousand, so no
 * single one stands for all, and on a busy machine a second of the wall's would be too little to warm up in.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class PostSpeed {
    private static final long LEAST_NANOS = 1_000_000_000;

    private final Reader reader = new Reader();
    private final Extractor extractor = new Extractor();
    private final Enricher enricher = new Enricher();

    /** The pages of a quick run are one in so many of a full run's. */
    @Param("1")
    public int every;

    private List<Sample.Post> pages;
    private List<Sample.Post> markdown;

    @Setup(Level.Trial)
    public void load() {
        pages = Sample.pages(every);
        markdown = Sample.markdown();
    }

    @Benchmark
    public void jsoupParse(CpuClock clock, Blackhole sink) {
        pass(pages, clock, sink, page -> Jsoup.parse(page.source(), page.url()));
    }

    @Benchmark
    public void readAndExtract(CpuClock clock, Blackhole sink) {
        pass(pages, clock, sink, page -> extractor.extract(reader.read(raw(page))));
    }

    @Benchmark
    public void enrich(CpuClock clock, Blackhole sink) {
        pass(pages, clock, sink, page -> enricher.enrich(raw(page)));
    }

    @Benchmark
    public void readability4j(CpuClock clock, Blackhole sink) {
        pass(pages, clock, sink, asked(new Readability4jContender()));
    }

    @Benchmark
    public void boilerpipe(CpuClock clock, Blackhole sink) {
        pass(pages, clock, sink, asked(new BoilerpipeContender()));
    }

    @Benchmark
    public void crux(CpuClock clock, Blackhole sink) {
        pass(pages, clock, sink, asked(new CruxContender()));
    }

    @Benchmark
    public void enrichMarkdown(CpuClock clock, Blackhole sink) {
        pass(
                markdown,
                clock,
                sink,
                post -> enricher.enrich(PostwireContender.post("text/markdown", post.bytes(), List.of())));
    }

    private static RawPost raw(Sample.Post page) {
        return PostwireContender.page(page.url(), page.bytes());
    }

    private static void pass(
            List<Sample.Post> posts, CpuClock clock, Blackhole sink, Function<Sample.Post, Object> work) {
        do {
            clock.start();
            for (Sample.Post post : posts) sink.consume(work.apply(post));
            clock.stop(posts.size());
        } while (clock.threadNanos < LEAST_NANOS);
    }

    /** A peer that throws on a page was as fast as that. */
    private static Function<Sample.Post, Object> asked(Contender peer) {
        return page -> {
            try {
                return peer.read(page.url(), page.bytes());
            } catch (Exception | StackOverflowError e) {
                return e;
            }
        };
    }
}
