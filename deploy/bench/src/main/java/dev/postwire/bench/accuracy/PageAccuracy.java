package dev.postwire.bench.accuracy;

import dev.postwire.bench.Wcxb;
import dev.postwire.bench.Words;
import dev.postwire.bench.contender.Answer;
import dev.postwire.bench.contender.Contender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** All contenders over the same pages, one after the other on the calling thread, and the tables that come of it. */
public final class PageAccuracy {
    /** What a preview takes at the most unless told otherwise. */
    private static final int PREVIEW_LIMIT = 1 << 20;

    private final Map<Contender, Tally> tallies = new LinkedHashMap<>();
    private final Map<Contender, Tally> withinLimit = new LinkedHashMap<>();
    private int pages;
    private int tooLarge;

    public PageAccuracy(List<Contender> contenders) {
        for (Contender contender : contenders) {
            tallies.put(contender, new Tally());
            withinLimit.put(contender, new Tally());
        }
    }

    public void add(Wcxb.Page page) {
        Map<String, Integer> gold = Words.counts(page.text());
        boolean refused = page.html().length > PREVIEW_LIMIT;
        pages++;
        if (refused) tooLarge++;
        tallies.forEach((contender, tally) -> {
            Answer answer = answer(contender, page, tally);
            tally.add(page, gold, answer);
            withinLimit.get(contender).add(page, gold, refused ? Answer.NOTHING : answer);
        });
    }

    private static Answer answer(Contender contender, Wcxb.Page page, Tally tally) {
        try {
            return contender.read(page.url(), page.html());
        } catch (Exception | StackOverflowError e) {
            tally.fail();
            return Answer.NOTHING;
        }
    }

    public String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("Word F1, means over pages:\n\n").append(byType(scores -> scores.f1, true));
        out.append("\nPrecision:\n\n").append(byType(scores -> scores.precision, false));
        out.append("\nRecall:\n\n").append(byType(scores -> scores.recall, false));
        out.append("\nMetadata, exact:\n\n").append(metadata());
        if (tooLarge > 0) out.append('\n').append(limitNote());
        return out.toString();
    }

    private String byType(Function<Tally.Scores, Mean> measure, boolean failures) {
        Map<String, Tally.Scores> any = tallies.values().iterator().next().byType();
        List<String> types = new ArrayList<>(any.keySet());
        types.sort(Comparator.comparingInt(
                        (String type) -> -measure.apply(any.get(type)).count())
                .thenComparing(type -> type.equals(Tally.ALL) ? 0 : 1));
        List<String> head = new ArrayList<>(List.of(" "));
        for (String type : types)
            head.add(type + " (" + measure.apply(any.get(type)).count() + ")");
        if (failures) head.add("failed");
        Table table = new Table(head);
        tallies.forEach((contender, tally) -> {
            List<String> row = new ArrayList<>(List.of(contender.name()));
            for (String type : types)
                row.add(measure.apply(tally.byType().get(type)).cell());
            if (failures) row.add(String.valueOf(tally.failed()));
            table.row(row);
        });
        return table.toString();
    }

    private String metadata() {
        Tally any = tallies.values().iterator().next();
        List<String> head = new ArrayList<>(List.of(" "));
        for (Exactness field : Exactness.values()) {
            head.add(field.name().toLowerCase(Locale.ROOT) + " (" + any.labelled(field) + ")");
        }
        Table table = new Table(head);
        tallies.forEach((contender, tally) -> {
            List<String> row = new ArrayList<>(List.of(contender.name()));
            for (Exactness field : Exactness.values())
                row.add(tally.exact(field).cell());
            table.row(row);
        });
        return table.toString();
    }

    private String limitNote() {
        Map.Entry<Contender, Tally> first = withinLimit.entrySet().iterator().next();
        return tooLarge + " of the " + pages
                + " pages are larger than the 1 MiB that the intake takes unless told otherwise;"
                + " were they refused, " + first.getKey().name() + "'s F1 would be "
                + first.getValue().byType().get(Tally.ALL).f1.cell() + ".\n";
    }
}
