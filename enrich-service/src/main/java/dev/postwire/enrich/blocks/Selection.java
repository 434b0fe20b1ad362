package dev.postwire.enrich.blocks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Which blocks of one page are its main content, and why. */
public final class Selection {
    private static final int NOTED_BLOCKS = 500;
    private static final int NOTED_LETTERS = 60;

    private final PageBlocks page;
    private final MainContentModel.Judgement judgement;
    private final boolean[] chosen;
    private final float cut;

    Selection(PageBlocks page, MainContentModel.Judgement judgement) {
        this.page = page;
        this.judgement = judgement;
        this.cut = ExpectedF1.cut(judgement.probabilities(), page.blocks.words, page.size());
        this.chosen = new boolean[page.size()];
        for (int b = 0; b < chosen.length; b++) chosen[b] = judgement.probabilities()[b] >= cut;
    }

    public boolean chosen(int block) {
        return chosen[block];
    }

    /** A copy of what was chosen, with the elements around it, as a body; {@code body} is the one that was scanned. */
    public Element content(Element body) {
        return new ContentWriter(page, chosen).write(body);
    }

    /** How much of the page's letters was not chosen, 0 to 1, to three digits. */
    public double removedShare() {
        return Math.round((1 - page.share(chosen)) * 1000) / 1000.0;
    }

    /** For the trace: the cut, and of each block where it stands, how it was judged and what turned the judgement. */
    public Map<String, Object> notes() {
        List<Map<String, Object>> notes = new ArrayList<>();
        for (int b = 0; b < Math.min(chosen.length, NOTED_BLOCKS); b++) notes.add(note(b));
        int kept = 0;
        for (boolean one : chosen) if (one) kept++;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("blocks", chosen.length);
        all.put("chosen", kept);
        all.put("leastProbability", Math.round(cut * 1000) / 1000.0);
        all.put("judged", notes);
        return all;
    }

    private Map<String, Object> note(int b) {
        String text = page.text(b).strip().replaceAll("\\s+", " ");
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("text", text.length() <= NOTED_LETTERS ? text : text.substring(0, NOTED_LETTERS) + "…");
        note.put("in", place(page.blocks.owner[b]));
        note.put("probability", Math.round(judgement.probabilities()[b] * 1000) / 1000.0);
        note.put("chosen", chosen[b]);
        note.put("why", judgement.reasons().apply(b));
        return note;
    }

    private String place(int element) {
        Element owner = page.elements.element[element];
        Element parent = owner.parent();
        return (parent == null ? "" : named(parent) + " > ") + named(owner);
    }

    private static String named(Element element) {
        String id = element.id().isEmpty() ? "" : "#" + element.id();
        return element.normalName()
                + id
                + (element.className().isEmpty()
                        ? ""
                        : "." + element.className().strip().replaceAll("\\s+", "."));
    }
}
