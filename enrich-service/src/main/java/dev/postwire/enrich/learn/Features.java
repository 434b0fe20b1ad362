package dev.postwire.enrich.learn;

/** What the ranker is told of a tag that comes into question; the order is part of the model's bytes. */
enum Features {
    LINEAR,
    LINEAR_RANK,
    LINEAR_GAP,
    NEAR,
    FAR,
    NEAREST,
    NEIGHBOURS,
    NEIGHBOURS_RANK,
    MANNER_NEAR,
    MANNER_FAR,
    MANNER_NEAREST,
    MANNER_NEIGHBOURS,
    FREQUENCY,
    KIND,
    EXACT,
    STEM,
    TITLE,
    FIRST,
    BEGINS,
    PART,
    TELLS,
    TELLS_ANY,
    LABEL_WORDS,
    LABEL_CHARS,
    POST_WORDS,
    DAYS,
    WITHIN_A_MONTH,
    WITHIN_A_YEAR,
    TOGETHER,
    LABELS_NAMED;

    static final int COUNT = values().length;
}
