package dev.postwire.enrich.learn;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.tags.TaggedCorpus;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;

/** Learns the ranker for sites with few posts, from the training posts of all corpora, as much from each. */
@Command(
        name = "train-ranker",
        description = "Learns the ranker for sites with few posts and writes it into the enricher's resources.",
        mixinStandardHelpOptions = true)
public final class DefaultRankerTraining implements Callable<Integer> {
    private static final int POSTS_OF_EACH = 600;
    private static final String RESOURCE = "enrich-service/src/main/resources/dev/postwire/enrich/learn/ranker.bin";
    /** What it is learned from differs by corpus; where few posts are known most tags are new. */
    private static final float MISSING = 1;

    @Override
    public Integer call() throws IOException {
        List<RankerTraining.Post> rows = new ArrayList<>();
        for (String name : TaggedCorpus.ALL) {
            List<Gathered> posts = new ArrayList<>();
            for (Example post : TaggedCorpus.read(name).train()) posts.add(Gathered.of(post));
            SiteIndex index = new SiteTraining(posts, java.util.Optional.empty()).index();
            float[][] unseen = new LinearTraining(index).unseen(LinearTraining.FOLDS);
            int step = Math.max(1, index.size() / POSTS_OF_EACH);
            IntStream.range(0, index.size())
                    .filter(post -> post / SiteIndex.PARTS % step == 0)
                    .forEach(post -> rows.add(SiteTraining.rows(index, post, unseen[post])));
        }
        Ranker ranker = new RankerTraining(rows).train().with(MISSING);
        Path file = Checkout.root().resolve(RESOURCE);
        Files.createDirectories(file.getParent());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            ranker.write(out);
        }
        return 0;
    }
}
