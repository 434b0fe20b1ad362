package dev.postwire.bench.accuracy;

import dev.postwire.bench.Wcxb;
import dev.postwire.bench.Words;
import dev.postwire.bench.contender.Answer;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;

/** Whether a title, the authors and the day of publication are those of the labels, case, punctuation and order aside. */
enum Exactness {
    TITLE {
        @Override
        boolean isLabelled(Wcxb.Page page) {
            return !page.title().isEmpty();
        }

        @Override
        boolean isSaid(Answer answer) {
            return !answer.title().isBlank();
        }

        @Override
        boolean isRight(Answer answer, Wcxb.Page page) {
            return plain(answer.title()).equals(plain(page.title()));
        }
    },
    AUTHOR {
        @Override
        boolean isLabelled(Wcxb.Page page) {
            return !page.author().isEmpty();
        }

        @Override
        boolean isSaid(Answer answer) {
            return !answer.authors().isEmpty();
        }

        @Override
        boolean isRight(Answer answer, Wcxb.Page page) {
            List<String> found = plain(String.join(" ", answer.authors()));
            return new HashSet<>(found).equals(new HashSet<>(plain(page.author())));
        }
    },
    DATE {
        @Override
        boolean isLabelled(Wcxb.Page page) {
            return !page.date().isEmpty();
        }

        @Override
        boolean isSaid(Answer answer) {
            return !answer.published().isEmpty();
        }

        @Override
        boolean isRight(Answer answer, Wcxb.Page page) {
            return day(answer.published()).equals(day(page.date()));
        }
    };

    private static final int DAY_LENGTH = "2025-09-04".length();

    abstract boolean isLabelled(Wcxb.Page page);

    abstract boolean isSaid(Answer answer);

    abstract boolean isRight(Answer answer, Wcxb.Page page);

    private static List<String> plain(String said) {
        return Words.of(Normalizer.normalize(said, Normalizer.Form.NFKC));
    }

    private static String day(String date) {
        return date.substring(0, Math.min(date.length(), DAY_LENGTH));
    }
}
