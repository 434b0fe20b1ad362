package dev.postwire.local.command;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: columns as wide as what is in them, counted in characters as a terminal shows them. */
final class Table {
    private static final int LONGEST_CELL = 60;

    private final List<List<String>> rows = new ArrayList<>();

    private final int longestCell;

    private Table(int longestCell) {
        this.longestCell = longestCell;
    }

    /** A table with a head, whose cells are cut where they are long. */
    static Table of(String... head) {
        Table table = new Table(LONGEST_CELL);
        table.row(head);
        return table;
    }

    /** One without a head in which nothing is cut. */
    static Table whole() {
        return new Table(Integer.MAX_VALUE);
    }

    void row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(shortened(cell.replaceAll("\\s+", " ")));
        }
        rows.add(row);
    }

    private String shortened(String cell) {
        if (width(cell) <= longestCell) {
            return cell;
        }
        int end = cell.length();
        while (width(cell.substring(0, end)) >= longestCell) {
            end = cell.offsetByCodePoints(end, -1);
        }
        return cell.substring(0, end) + "…";
    }

    /** Chinese, Japanese and Korean characters take two places. */
    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(columnWidth(column) - width(cell) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int columnWidth(int column) {
        return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
    }
}
