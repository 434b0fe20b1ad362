package dev.postwire.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsColumnsAsATerminalShowsThem() {
        Table table = Table.of("A", "B");
        table.row("東京", "x");
        table.row("longer", "y");

        assertEquals("A       B\n東京    x\nlonger  y\n", table.toString());
    }

    @Test
    void cutsWhatIsTooLongAndKeepsOneLine() {
        Table table = Table.of("A", "B");
        table.row("a\nb", "x".repeat(80));

        assertEquals("A    B\na b  " + "x".repeat(59) + "…\n", table.toString());
    }
}
