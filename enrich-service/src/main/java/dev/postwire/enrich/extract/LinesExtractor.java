package dev.postwire.enrich.extract;

import dev.postwire.enrich.extract.Extractor.MainContent;
import dev.postwire.enrich.post.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The main content of text scraped off a page: the run of lines in which prose most outweighs short lines and residue, its title
 * from the short lines before it, its section titles from the short lines within it.
 */
final class LinesExtractor {
    /** What a short line costs a run that spans it; prose earns its words. */
    private static final double SHORT_LINE_COST = 4;
    /** Residue is never worth spanning for the few words behind it. */
    private static final double RESIDUE_COST = 40;

    private final LineKinds kinds = new LineKinds();

    MainContent extract(List<String> raw, List<Claim> claims) {
        List<Line> lines = kinds.classify(raw);
        if (lines.isEmpty()) return new MainContent(Document.createShell("").body(), 0, Map.of("lines", 0));
        Run run = best(lines);
        String title = title(lines, run, claims);
        Element body = Document.createShell("").body();
        for (int i = run.from(); i < run.to(); i++) {
            Line line = lines.get(i);
            if (line.kind() == Kind.RESIDUE) continue;
            String text = i == run.from() ? GluedText.strip(line.text(), title) : GluedText.strip(line.text(), "");
            boolean heading = line.kind() == Kind.SHORT
                    && i + 1 < run.to()
                    && lines.get(i + 1).kind() == Kind.PROSE;
            body.appendElement(heading ? "h2" : "p").text(text);
        }
        return new MainContent(
                body, removedShare(lines, body), Map.of("lines", lines.size(), "from", run.from(), "to", run.to()));
    }

    /** What a line is, judged by itself. */
    enum Kind {
        PROSE,
        SHORT,
        RESIDUE
    }

    record Line(String text, Kind kind, int words) {
        double worth() {
            return switch (kind) {
                case PROSE -> words;
                case SHORT -> -SHORT_LINE_COST;
                case RESIDUE -> -RESIDUE_COST;
            };
        }
    }

    private record Run(int from, int to) {}

    /** The contiguous run of the highest worth (Kadane's algorithm); all lines where none is worth anything. */
    private static Run best(List<Line> lines) {
        double best = 0;
        double sum = 0;
        int start = 0;
        Run run = new Run(firstContent(lines), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += lines.get(i).worth();
            if (sum > best) {
                best = sum;
                run = new Run(start, i + 1);
            }
        }
        return run;
    }

    private static int firstContent(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() != Kind.RESIDUE) return i;
        }
        return 0;
    }

    /** The claimed title, else the last short line before the run; becomes a claim itself in that case. */
    private static String title(List<Line> lines, Run run, List<Claim> claims) {
        for (Claim claim : claims) {
            if (claim.field() == Claim.Field.TITLE) return claim.value();
        }
        List<String> before = new ArrayList<>();
        for (int i = 0; i < run.from(); i++) {
            if (lines.get(i).kind() == Kind.SHORT) before.add(lines.get(i).text());
        }
        if (before.isEmpty()) return "";
        String title = before.get(before.size() - 1);
        claims.add(new Claim(Claim.Field.TITLE, title, Claim.Source.TEXT, "line before the first paragraph"));
        return title;
    }

    private static double removedShare(List<Line> lines, Element body) {
        int all = lines.stream().mapToInt(line -> line.text().length()).sum();
        int kept = body.children().stream().mapToInt(e -> e.text().length()).sum();
        return Math.round((1 - Math.min(1.0, kept / (double) Math.max(1, all))) * 1000) / 1000.0;
    }
}
