package dev.postwire.enrich.vocabulary;

/**
 * A place where a post may mean a concept.
 *
 * @param inTitle whether {@code first} and {@code last} number words of the title, not of the text
 * @param last included
 * @param preferred whether it is the concept's preferred label that stands there, not another name of it
 * @param hidden whether what stands there is no name of the concept, only a word by which it is spoken of
 * @param exactCase whether it is written just as the label is
 * @param gate how sure it is that the concept is meant, 0 to 1; 0: ruled out
 * @param reason why it is that sure, in words for an operator
 */
public record Mention(
        Concept concept,
        boolean inTitle,
        int first,
        int last,
        boolean preferred,
        boolean hidden,
        boolean exactCase,
        double gate,
        String reason) {}
