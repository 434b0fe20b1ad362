package dev.postwire.enrich.extract;

import dev.postwire.enrich.blocks.MainContentModel;
import dev.postwire.enrich.blocks.PageBlocks;
import dev.postwire.enrich.blocks.Selection;
import dev.postwire.enrich.blocks.TextPieces;
import dev.postwire.enrich.blocks.TextPieces.Piece;
import dev.postwire.enrich.extract.Extractor.MainContent;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.CleanText;
import dev.postwire.enrich.post.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The main content of text scraped off a page: the lines, and of a page on one line the sentences, that a learned model judges to
 * be it. Its title is found in the short lines before it, its section titles in the short lines within it.
 */
final class LinesExtractor {
    private static final int JOINED_CHARS = 2_000;

    private final MainContentModel model;
    private final LineKinds kinds = new LineKinds();

    LinesExtractor(MainContentModel model) {
        this.model = model;
    }

    /** Adds what was odd to {@code warnings}. */
    MainContent extract(List<String> raw, List<Claim> claims, List<Warning> warnings) {
        List<String> said = raw.stream()
                .map(CleanText::oneLine)
                .filter(line -> !line.isEmpty())
                .toList();
        if (said.isEmpty()) return new MainContent(Document.createShell("").body(), 0, () -> Map.of("lines", 0));
        TextPieces text = TextPieces.of(said);
        List<Line> lines = kinds.classify(said.subList(0, text.lines()));
        List<String> rest = said.subList(text.lines(), said.size());
        boolean titled = claims.stream().anyMatch(claim -> claim.field() == Claim.Field.TITLE);
        if (rest.isEmpty() && Written.is(lines, titled)) {
            boolean[] all = new boolean[text.pieces().size()];
            Arrays.fill(all, true);
            return new MainContent(
                    body(lines, text.pieces(), all, claims), 0, () -> Map.of("lines", lines.size(), "written", true));
        }
        PageBlocks blocks = text.blocks();
        if (blocks.size() != text.pieces().size()) throw new IllegalStateException("a piece without a block");
        Selection selection = model.select(blocks);
        boolean[] chosen = chosen(text.pieces(), selection, lines);
        Element body = body(lines, text.pieces(), chosen, claims);
        if (!rest.isEmpty()) {
            warnings.add(new Warning(
                    "lines-unjudged",
                    "more lines than are judged; those after the first " + lines.size() + " all stay"));
            appendJoined(rest, body);
        }
        return new MainContent(body, selection.removedShare(), selection::notes);
    }

    /** In paragraphs of some length: so many lines are hardly each a paragraph. */
    static void appendJoined(List<String> lines, Element body) {
        StringBuilder words = new StringBuilder();
        for (String line : lines) {
            words.append(words.length() == 0 ? "" : " ").append(line);
            if (words.length() < JOINED_CHARS) continue;
            body.appendElement("p").appendText(words.toString());
            words.setLength(0);
        }
        if (words.length() > 0) body.appendElement("p").appendText(words.toString());
    }

    /** What a line is, judged by itself. */
    enum Kind {
        PROSE,
        SHORT,
        RESIDUE
    }

    record Line(String text, Kind kind, int words) {}

    /** A few words left out amid a sentence that was chosen are part of it. */
    private static boolean[] chosen(List<Piece> pieces, Selection selection, List<Line> lines) {
        boolean[] chosen = new boolean[pieces.size()];
        boolean any = false;
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = selection.chosen(i) && lines.get(pieces.get(i).line()).kind() != Kind.RESIDUE;
            any |= chosen[i];
        }
        for (int i = 1; i + 1 < chosen.length; i++) {
            boolean amid = chosen[i - 1]
                    && chosen[i + 1]
                    && pieces.get(i - 1).line() == pieces.get(i + 1).line();
            chosen[i] |= amid;
        }
        // Better residue than a post without a word.
        if (!any) Arrays.fill(chosen, true);
        return chosen;
    }

    private static Element body(List<Line> lines, List<Piece> pieces, boolean[] chosen, List<Claim> claims) {
        int first = 0;
        while (first < chosen.length && !chosen[first]) first++;
        String title = title(lines, first < chosen.length ? pieces.get(first).line() : lines.size(), claims);
        Element body = Document.createShell("").body();
        for (int i = first; i < chosen.length; i++) {
            if (!chosen[i]) continue;
            int end = i;
            int line = pieces.get(i).line();
            while (end + 1 < chosen.length
                    && chosen[end + 1]
                    && pieces.get(end + 1).line() == line) end++;
            String text = lines.get(line)
                    .text()
                    .substring(pieces.get(i).start(), pieces.get(end).end());
            boolean heading = lines.get(line).kind() == Kind.SHORT
                    && end + 1 < chosen.length
                    && chosen[end + 1]
                    && lines.get(pieces.get(end + 1).line()).kind() == Kind.PROSE;
            String shown = GluedText.strip(text.strip(), i == first ? title : "");
            if (!shown.equals(title)) body.appendElement(heading ? "h2" : "p").text(shown);
            i = end;
        }
        // What says nothing beyond its title was posted as a text all the same.
        if (body.childrenSize() == 0 && !title.isEmpty() && first < chosen.length)
            body.appendElement("p").text(title);
        return body;
    }

    /** The claimed title, else the last short line up to the first prose that was chosen; becomes a claim itself in that case. */
    private static String title(List<Line> lines, int firstChosen, List<Claim> claims) {
        for (Claim claim : claims) {
            if (claim.field() == Claim.Field.TITLE) return claim.value();
        }
        int prose = firstChosen;
        while (prose < lines.size() && lines.get(prose).kind() != Kind.PROSE) prose++;
        // Short lines with nothing under them are the post itself.
        if (prose == lines.size()) prose = firstChosen;
        List<String> before = new ArrayList<>();
        for (int i = 0; i < prose; i++) {
            if (lines.get(i).kind() == Kind.SHORT) before.add(lines.get(i).text());
        }
        if (before.isEmpty()) return "";
        String title = before.get(before.size() - 1);
        claims.add(new Claim(Claim.Field.TITLE, title, Claim.Source.TEXT, "line before the first paragraph"));
        return title;
    }
}
