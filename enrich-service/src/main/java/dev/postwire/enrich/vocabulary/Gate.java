package dev.postwire.enrich.vocabulary;

import dev.postwire.enrich.word.PostWords;
import java.util.ArrayList;
import java.util.List;

/** Tells of each label that stands in a post how sure it is that its concept is meant. Used by one thread. */
final class Gate {
    private final Lexicon lexicon;
    private final PostWords post;

    Gate(Lexicon lexicon, PostWords post) {
        this.lexicon = lexicon;
        this.post = post;
    }

    List<Mention> weigh(List<Hit> hits) {
        List<Mention> mentions = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            var words = hit.inTitle() ? post.title() : post.text();
            Names names = lexicon.names();
            boolean exact = names.isWritten(hit.label(), words, hit.first(), hit.last());
            boolean common = names.is(hit.label(), Names.COMMON);
            double gate = common ? exact ? 0.5 : 0 : 0.9;
            mentions.add(new Mention(
                    lexicon.concept(hit.concept()),
                    hit.inTitle(),
                    hit.first(),
                    hit.last(),
                    names.is(hit.label(), Names.PREFERRED),
                    exact,
                    gate,
                    common ? "a common word" : "no common word"));
        }
        return mentions;
    }
}
