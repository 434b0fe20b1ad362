package dev.postwire.enrich.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.blocks.TextPieces.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextPiecesTest {
    @Test
    void leavesLinesOfOrdinaryLengthWhole() {
        List<Piece> pieces =
                TextPieces.of(List.of("Home About", " ", "One. Two.")).pieces();

        assertEquals(
                List.of("Home About", "One. Two."),
                pieces.stream().map(Piece::text).toList());
        assertEquals(2, pieces.get(1).line());
    }

    @Test
    void partsAWholePageOnOneLineAtSentencesAndEveryFewWords() {
        String line =
                "Home About Contact ".repeat(20) + "It rained. Then it stopped. " + "And so on and on. ".repeat(60);
        List<Piece> pieces = TextPieces.of(List.of(line)).pieces();

        assertTrue(pieces.stream().anyMatch(piece -> piece.text().strip().equals("Then it stopped.")));
        assertTrue(pieces.stream().allMatch(piece -> piece.text().strip().split("\\s+").length <= 12));
        assertEquals(line, pieces.stream().map(Piece::text).collect(Collectors.joining()));
    }

    @Test
    void partsScriptsWithoutSpacesToo() {
        String line = "今日は天気がいいです。散歩に行きましょう。".repeat(80);

        assertTrue(TextPieces.of(List.of(line)).pieces().size() >= 160);
    }

    @Test
    void hasABlockForEveryPiece() {
        TextPieces pieces = TextPieces.of(List.of("a", "\u200b b", "— ! —", "x ".repeat(900), "😀"));

        assertEquals(pieces.pieces().size(), pieces.blocks().size());
    }
}
