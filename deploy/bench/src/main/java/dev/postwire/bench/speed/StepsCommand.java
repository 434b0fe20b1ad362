package dev.postwire.bench.speed;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.Report;
import dev.postwire.bench.contender.PostwireContender;
import dev.postwire.bench.tags.TaggedCorpus;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.Knowledge;
import dev.postwire.enrich.entity.EntityFinder;
import dev.postwire.enrich.extract.Extraction;
import dev.postwire.enrich.extract.Extractor;
import dev.postwire.enrich.fingerprint.Fingerprinter;
import dev.postwire.enrich.language.LanguageStep;
import dev.postwire.enrich.learn.Subject;
import dev.postwire.enrich.learn.Trainer;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.read.Reader;
import dev.postwire.enrich.read.Reading;
import dev.postwire.enrich.render.Renderer;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.sanitise.Sanitiser;
import dev.postwire.enrich.tag.AuthorTags;
import dev.postwire.enrich.tag.ColdTagger;
import dev.postwire.enrich.vocabulary.Mention;
import dev.postwire.enrich.word.PostWords;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Element;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "steps",
        description =
                "What each step takes of the processor for Markdown posts of 500 to 700 words, tags learned of their site.",
        mixinStandardHelpOptions = true)
public final class StepsCommand implements Callable<Integer> {
    private static final String CORPUS = "zerokspot";
    private static final int FEWEST_WORDS = 500;
    private static final int MOST_WORDS = 700;

    private final Knowledge knowledge = Knowledge.builtIn();
    private final Extractor extractor = new Extractor();
    private final Enricher enricher = new Enricher(extractor, knowledge);
    private final Reader reader = new Reader();
    private final Sanitiser sanitiser = new Sanitiser();
    private final Renderer renderer = new Renderer();
    private final LanguageStep languages = new LanguageStep();
    private final AuthorTags authorTags = new AuthorTags(knowledge.vocabulary());
    private final ColdTagger coldTagger = new ColdTagger(knowledge.vocabulary());
    private final EntityFinder entities = new EntityFinder(knowledge.vocabulary());
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final StepTimes times = new StepTimes();

    @Option(names = "--passes", description = "The last one counts (default: ${DEFAULT-VALUE}).", defaultValue = "10")
    int passes;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(Checkout.shared("tags/" + CORPUS + ".jsonl.gz"))) learn();
        List<RawPost> posts = posts();
        for (int pass = 0; pass < passes; pass++) {
            times.clear();
            for (RawPost post : posts) {
                times.step("whole", () -> enricher.enrich(post));
                steps(post);
            }
        }
        report.publish(
                "steps",
                times.table(posts.size() + " posts").toString(),
                spec.commandLine().getOut());
        return 0;
    }

    private void learn() throws IOException {
        Trainer trainer = new Trainer();
        TaggedCorpus.read(CORPUS).train().forEach(trainer::add);
        knowledge.model().replace(trainer.train());
    }

    private List<RawPost> posts() {
        Claim url = new Claim(Claim.Field.URL, "https://" + CORPUS + ".example/post/", Claim.Source.REQUEST, "url");
        List<RawPost> posts = new ArrayList<>();
        for (Sample.Post sample : Sample.markdown()) {
            RawPost raw = PostwireContender.post("text/markdown", sample.bytes(), List.of(url));
            if (!(enricher.enrich(raw) instanceof Outcome.Enriched enriched)) continue;
            int words = enriched.post().stats().words();
            if (words >= FEWEST_WORDS && words <= MOST_WORDS) posts.add(raw);
        }
        return posts;
    }

    private void steps(RawPost post) {
        Reading reading = times.step("read", () -> reader.read(post));
        Extraction extraction = times.step("extract", () -> extractor.extract(reading));
        var metadata = extraction.metadata();
        Element clean = times.step("sanitise", () -> sanitiser.sanitise(extraction.main(), metadata.url()));
        Rendering content = times.step("render", () -> renderer.render(clean));
        Language language = times.step(
                "language",
                () -> languages.decide(content.text(), content.codeBlocks(), metadata.language(), new ArrayList<>()));
        PostWords words =
                times.step("words", () -> PostWords.of(metadata.site(), language.code(), metadata.title(), content));
        List<Mention> mentions =
                times.step("vocabulary", () -> knowledge.vocabulary().mentions(words));
        times.step("author's tags", () -> authorTags.tags(metadata.tags(), content.text(), new ArrayList<>()));
        times.step("learned tags", () -> knowledge.model().get().suggest(Subject.of(words)));
        times.step("other tags", () -> coldTagger.suggest(words, mentions));
        times.step("entities", () -> entities.find(words, List.of(), content.links(), mentions));
        times.step("fingerprint", () -> fingerprinter.fingerprint(content.text()));
    }
}
