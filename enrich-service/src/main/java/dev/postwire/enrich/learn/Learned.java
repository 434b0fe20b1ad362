package dev.postwire.enrich.learn;

import java.util.Optional;

/**
 * What was learned of a site beside what is counted.
 *
 * @param coiner says how probable words of a post are as a new tag; absent where that was never learned
 * @param joins whether the authors write several words of a tag as one
 * @param posts how many there were when the rankers were learned
 */
record Learned(LinearModels linear, Ranker ranker, Optional<Ranker> coiner, boolean joins, int posts) {
    Learned with(LinearModels other) {
        return new Learned(other, ranker, coiner, joins, posts);
    }
}
