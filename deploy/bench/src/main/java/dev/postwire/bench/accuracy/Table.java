package dev.postwire.bench.accuracy;

import java.util.List;

/** A Markdown table, written row by row. */
public final class Table {
    private final StringBuilder out = new StringBuilder();

    public Table(List<String> head) {
        row(head);
        row(head.stream().map(cell -> "---").toList());
    }

    public void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
