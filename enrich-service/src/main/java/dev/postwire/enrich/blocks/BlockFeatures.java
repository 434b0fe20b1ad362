package dev.postwire.enrich.blocks;

import static dev.postwire.enrich.blocks.FeatureRows.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the model sees of each block: its words, the elements around it, its neighbours, its page. For one page. */
final class BlockFeatures {
    /** No row is longer. */
    static final int MOST = 192;

    /** How many of the elements around a block are looked at, those that hold the same blocks counted as one. */
    private static final int LEVELS = 4;

    private static final int CONTAINER_FEATURES = 19;
    private static final int FAR = 999;
    private static final int NEAR = 4;
    private static final int WIDE = 12;

    private final PageBlocks page;
    private final BlockTable blocks;
    private final ElementTable elements;
    private final BlockSums sums;
    private final WordScores words;
    private final ElementScores scores;
    private final Repeats repeats;
    private final int size;
    private final int[] level = new int[LEVELS + 1];
    /** Where in the rows the features of an element as a container were put last; 0 where they were not. */
    private final int[] containerAt;

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
        this.containerAt = new int[elements.size];
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
        putContainers(b, owner);
        for (Neighbour neighbour : Neighbour.values()) putNeighbour(neighbour, b);
        putWindow(Window.NEAR, Math.max(0, b - NEAR), Math.min(size, b + NEAR + 1));
        putWindow(Window.WIDE, Math.max(0, b - WIDE), Math.min(size, b + WIDE + 1));
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

    /** The elements around the block that hold more than the one before; the outermost stands for levels that there are not. */
    private void findLevels(int owner) {
        int found = 0;
        int e = owner;
        while (found <= LEVELS) {
            e = scores.outermost[e];
            level[found++] = e;
            if (elements.parent[e] >= 0) e = elements.parent[e];
        }
    }

    private void putContainers(int b, int owner) {
        findLevels(owner);
        rows.put("upTag0", elements.tag[level[0]].ordinal());
        rows.put("upPath0", scores.pathSum[level[0]]);
        for (Container container : Container.values()) putContainer(container, level[container.ordinal() + 1], b);
    }

    /** What was put for an element once is the same for every block in it but for where in it the block stands. */
    private void putContainer(Container name, int e, int b) {
        int from = elements.firstBlock[e];
        int end = elements.endBlock[e];
        int start = rows.at();
        if (containerAt[e] > 0 && !rows.isNaming()) rows.putAgain(containerAt[e], CONTAINER_FEATURES);
        else putContainer(name, e, from, end);
        containerAt[e] = start;
        rows.set(start, ratio(b - from, Math.max(1, end - from - 1)));
    }

    private void putContainer(Container name, int e, int from, int end) {
        int count = end - from;
        rows.put(name.where, 0);
        double letters = BlockSums.between(sums.letters, from, end);
        rows.put(name.letters, letters);
        rows.put(name.share, ratio(letters, sums.letters[size]));
        rows.put(name.links, ratio(BlockSums.between(sums.linkLetters, from, end), letters));
        rows.put(name.blocks, count);
        rows.put(name.perBlock, ratio(letters, count));
        rows.put(name.paragraphs, ratio(BlockSums.between(sums.paragraphs, from, end), letters));
        rows.put(name.longs, BlockSums.between(sums.longs, from, end));
        rows.put(name.commas, ratio(BlockSums.between(sums.commas, from, end), letters));
        rows.put(name.headings, BlockSums.between(sums.headings, from, end));
        rows.put(name.images, ratio(BlockSums.between(sums.images, from, end), count));
        rows.put(name.controls, ratio(BlockSums.between(sums.controls, from, end), count));
        rows.put(
                name.anchors,
                ratio(BlockSums.between(sums.anchors, from, end), BlockSums.between(sums.links, from, end)));
        rows.put(name.firstMean, count > 0 ? words.mean[from] : 0);
        rows.put(name.firstTag, count > 0 ? elements.tag[blocks.owner[from]].ordinal() : -1);
        rows.put(name.name, scores.nameSum[e]);
        rows.put(name.path, scores.pathSum[e]);
        rows.put(name.readability, ratio(scores.readability[e], Math.max(1, scores.readability[scores.best])));
        rows.put(name.kin, repeats.kin(e));
    }

    private void putNeighbour(Neighbour name, int b) {
        int other = b + name.distance;
        boolean there = other >= 0 && other < size;
        rows.put(name.letters, there ? blocks.letters[other] : -1);
        rows.put(name.links, there ? ratio(blocks.linkLetters[other], blocks.letters[other]) : -1);
        rows.put(name.mean, there ? words.mean[other] : 0);
        rows.put(name.tag, there ? elements.tag[blocks.owner[other]].ordinal() : -1);
        rows.put(name.path, there ? scores.pathSum[blocks.owner[other]] : 0);
        rows.put(name.pathLowest, there ? scores.pathLowest[blocks.owner[other]] : 0);
    }

    private void putWindow(Window name, int from, int end) {
        double letters = BlockSums.between(sums.letters, from, end);
        rows.put(name.letters, ratio(letters, end - from));
        rows.put(name.links, ratio(BlockSums.between(sums.linkLetters, from, end), letters));
        rows.put(name.longs, ratio(BlockSums.between(sums.longs, from, end), end - from));
        rows.put(name.headings, BlockSums.between(sums.headings, from, end));
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

    /** The elements around a block, from the inside out, with the names of what is asked of each. */
    private enum Container {
        UP_1,
        UP_2,
        UP_3,
        UP_4;

        final String letters = named("Letters");
        final String share = named("Share");
        final String links = named("Links");
        final String blocks = named("Blocks");
        final String perBlock = named("PerBlock");
        final String paragraphs = named("Paragraphs");
        final String longs = named("Longs");
        final String commas = named("Commas");
        final String headings = named("Headings");
        final String where = named("Where");
        final String images = named("Images");
        final String controls = named("Controls");
        final String anchors = named("Anchors");
        final String firstMean = named("FirstMean");
        final String firstTag = named("FirstTag");
        final String name = named("Name");
        final String path = named("Path");
        final String readability = named("Readability");
        final String kin = named("Kin");

        private String named(String what) {
            return "up" + (ordinal() + 1) + what;
        }
    }

    private enum Neighbour {
        BEFORE_2(-2),
        BEFORE_1(-1),
        AFTER_1(1),
        AFTER_2(2);

        final int distance;
        final String letters;
        final String links;
        final String mean;
        final String tag;
        final String path;
        final String pathLowest;

        Neighbour(int distance) {
            this.distance = distance;
            String side = (distance < 0 ? "before" : "after") + Math.abs(distance);
            letters = side + "Letters";
            links = side + "Links";
            mean = side + "Mean";
            tag = side + "Tag";
            path = side + "Path";
            pathLowest = side + "PathLowest";
        }
    }

    private enum Window {
        NEAR,
        WIDE;

        final String letters = name().toLowerCase(Locale.ROOT) + "Letters";
        final String links = name().toLowerCase(Locale.ROOT) + "Links";
        final String longs = name().toLowerCase(Locale.ROOT) + "Longs";
        final String headings = name().toLowerCase(Locale.ROOT) + "Headings";
    }
}
