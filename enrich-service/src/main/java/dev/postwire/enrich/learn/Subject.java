package dev.postwire.enrich.learn;

import dev.postwire.enrich.word.PostWords;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All of a post that tags are learned from and suggested by.
 *
 * @param url canonical; the words and the date of its path count, for many authors sort their posts by them
 */
public record Subject(PostWords words, Optional<String> url, Optional<LocalDate> published) {
    public static Subject of(PostWords words) {
        return new Subject(words, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Subject";
    }
}
