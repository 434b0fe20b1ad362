package dev.postwire.enrich.blocks;

import static dev.postwire.enrich.blocks.FeatureRows.ratio;

import java.util.ArrayList;
import java.util.List;

/** What the model sees of each block: its words, the elements around it, its neighbours, its page. For one page. */
final class BlockFeatures {
    /** No row is longer. */
    static final int MOST = 192;

    private static final int FAR = 999;

    private final PageBlocks page;
    private final BlockTable blocks;
    private final ElementTable elements;
    private final BlockSums sums;
    private final WordScores words;
    private final ElementScores scores;
    private final Repeats repeats;
    private final int size;
    private final ContainerFeatures containers;
    private final NeighbourFeatures neighbours;

    private FeatureRows rows;

    BlockFeatures(PageBlocks page, Weights nameWeights, Weights wordWeights) {
        this.page = page;
        this.blocks = page.blocks;
        this.elements = page.elements;
        this.size = blocks.size;
        this.sums = new BlockSums(page);
        this.words = new WordScores(blocks, wordWeights, nameWeights);
        this.scores = new ElementScores(page, nameWeights);
        this.repeats = new Repeats(page);
        this.containers = new ContainerFeatures(page, sums, words, scores, repeats);
        this.neighbours = new NeighbourFeatures(page, sums, words, scores);
    }

    BlockSums sums() {
        return sums;
    }

    Repeats repeats() {
        return repeats;
    }

    /** Adds the features of one block. */
    void put(int b, FeatureRows target) {
        rows = target;
        int owner = blocks.owner[b];
        putWords(b);
        putPlace(b, owner);
        putRow(b, owner);
        containers.put(b, rows);
        neighbours.put(b, rows);
        putPage();
    }

    private void putWords(int b) {
        int letters = blocks.letters[b];
        rows.put("letters", letters);
        rows.put("words", blocks.words[b]);
        rows.put("linkDensity", ratio(blocks.linkLetters[b], letters));
        rows.put("links", blocks.links[b]);
        rows.put("wordLength", ratio(letters, blocks.words[b]));
        rows.put("commas", blocks.commas[b]);
        rows.put("sentences", blocks.sentences[b]);
        rows.put("digitShare", ratio(blocks.digits[b], letters));
        rows.put("capitalShare", ratio(blocks.capitals[b], letters));
        rows.put("capitalWordShare", ratio(blocks.capitalWords[b], blocks.words[b]));
        rows.put("markShare", ratio(blocks.marks[b], letters));
        rows.put("texts", blocks.textFrom[b + 1] - blocks.textFrom[b]);
        rows.put("firstChar", Scripts.kind(blocks.firstChar[b]));
        rows.put("lastChar", Scripts.kind(blocks.lastChar[b]));
        rows.put("copies", repeats.copies(b));
        rows.put("wordMean", words.mean[b]);
        rows.put("wordLowest", words.lowest[b]);
        rows.put("wordHighest", words.highest[b]);
        rows.put("hrefMean", words.hrefMean[b]);
        rows.put("titleShare", ratio(blocks.titleWords[b], blocks.words[b]));
    }

    private void putPlace(int b, int owner) {
        long tags = scores.tags[owner];
        int roles = scores.roles[owner];
        rows.put("tag", elements.tag[owner].ordinal());
        rows.put("inNav", in(tags, Tag.NAVIGATION) || in(roles, Role.NAVIGATION));
        rows.put("inHeader", in(tags, Tag.HEADER));
        rows.put("inFooter", in(tags, Tag.FOOTER));
        rows.put("inAside", in(tags, Tag.ASIDE));
        rows.put("inFrame", in(roles, Role.FRAME));
        rows.put("inMain", in(tags, Tag.MAIN) || in(roles, Role.MAIN));
        rows.put("inArticle", in(tags, Tag.ARTICLE) || in(roles, Role.ARTICLE));
        rows.put("inForm", in(tags, Tag.FORM));
        rows.put("inList", in(tags, Tag.LIST));
        rows.put("inTable", in(tags, Tag.TABLE));
        rows.put("inFigure", in(tags, Tag.FIGURE));
        rows.put("inDialog", in(tags, Tag.DIALOG) || in(roles, Role.DIALOG));
        rows.put("inButton", in(tags, Tag.BUTTON) || in(roles, Role.BUTTON));
        rows.put("inLink", in(tags, Tag.LINK));
        rows.put("hidden", in(roles, Role.HIDDEN));
        rows.put("bodyText", in(roles, Role.BODY_TEXT));
        rows.put("comment", in(roles, Role.COMMENT));
        rows.put("name", scores.nameSum[owner]);
        rows.put("nameLowest", scores.nameLowest[owner]);
        rows.put("path", scores.pathSum[owner]);
        rows.put("pathLowest", scores.pathLowest[owner]);
        rows.put("pathHighest", scores.pathHighest[owner]);
    }

    private static boolean in(long tags, Tag tag) {
        return (tags & 1L << tag.ordinal()) != 0;
    }

    private static boolean in(int roles, Role role) {
        return (roles & role.bit()) != 0;
    }

    private void putRow(int b, int owner) {
        double all = sums.letters[size];
        rows.put("position", ratio(b, size));
        rows.put("textPosition", ratio(sums.letters[b], all));
        rows.put("afterHeading", sums.firstHeading < 0 ? -FAR : b - sums.firstHeading);
        rows.put("afterFirstLong", sums.firstLong < 0 ? -FAR : b - sums.firstLong);
        rows.put("afterLastLong", sums.lastLong < 0 ? -FAR : b - sums.lastLong);
        int heading = sums.heading[b];
        rows.put("sinceHeading", heading < 0 ? FAR : b - heading);
        rows.put("headingPath", heading < 0 ? 0 : scores.pathSum[blocks.owner[heading]]);
        rows.put("headingMean", heading < 0 ? 0 : words.mean[heading]);
        rows.put("headingLowest", heading < 0 ? 0 : words.lowest[heading]);
        rows.put("headingTitle", heading < 0 ? -1 : ratio(blocks.titleWords[heading], blocks.words[heading]));
        rows.put("alike", repeats.alike(b));
        rows.put("alikeLetters", ratio(repeats.alikeLetters(b), repeats.alike(b)));
        rows.put("alikeLinks", ratio(repeats.alikeLinkLetters(b), repeats.alikeLetters(b)));
        rows.put("alikeShare", ratio(repeats.alikeLetters(b), all));
        int best = scores.best;
        int from = elements.firstBlock[best];
        int end = elements.endBlock[best];
        rows.put("inBest", b >= from && b < end);
        rows.put("toBest", b < from ? b - from : b < end ? 0 : b - end + 1);
        rows.put("readable", ratio(scores.pathReadability[owner], Math.max(1, scores.readability[best])));
    }

    private void putPage() {
        double all = sums.letters[size];
        int from = elements.firstBlock[scores.best];
        int end = elements.endBlock[scores.best];
        double best = BlockSums.between(sums.letters, from, end);
        rows.put("pageLinks", ratio(sums.linkLetters[size], all));
        rows.put("pageParagraphs", ratio(sums.paragraphs[size], all));
        rows.put("pageLongs", sums.longs[size]);
        rows.put("pageItems", ratio(sums.items[size], size));
        rows.put("bestShare", ratio(best, all));
        rows.put("bestParagraphs", ratio(BlockSums.between(sums.paragraphs, from, end), all));
        rows.put("bestLinks", ratio(BlockSums.between(sums.linkLetters, from, end), best));
    }

    /** The names of all features, in order, as any page with a block tells them. */
    static List<String> names(PageBlocks page) {
        List<String> names = new ArrayList<>();
        new BlockFeatures(page, hash -> 0, hash -> 0).put(0, new FeatureRows(new float[MOST], names));
        return List.copyOf(names);
    }
}
