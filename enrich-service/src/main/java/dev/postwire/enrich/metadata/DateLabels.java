package dev.postwire.enrich.metadata;

import dev.postwire.enrich.word.LowerCase;
import java.util.List;

/** What the words beside a day say it is the day of, in the languages pages are written in. */
final class DateLabels {
    private static final List<String> UPDATED = List.of(
            "updat",
            "modif",
            "revis",
            "review",
            "edited",
            "aktualisiert",
            "geändert",
            "stand:",
            "mis à jour",
            "actualizad",
            "更新",
            "修改",
            "最終");
    private static final List<String> PUBLISHED = List.of(
            "publi",
            "posted",
            "post date",
            "written",
            "created",
            "asked",
            "released",
            "date:",
            "veröffentlicht",
            "erschienen",
            "erstellt",
            "发布",
            "發布",
            "公開",
            "投稿",
            "掲載",
            "発表",
            "作成");
    private static final List<String> OTHER = List.of(
            "join",
            "member since",
            "regist",
            "copyright",
            "©",
            "expire",
            "deadline",
            "event",
            "last seen",
            "until",
            "since",
            "through",
            "born");

    private DateLabels() {}

    static boolean isUpdate(String line) {
        return holds(line, UPDATED);
    }

    static boolean isPublication(String line) {
        return holds(line, PUBLISHED);
    }

    /** Of something that happens to the post's readers or its site. */
    static boolean isOther(String line) {
        return holds(line, OTHER);
    }

    private static boolean holds(String line, List<String> words) {
        if (line.isEmpty()) return false;
        String lower = LowerCase.of(line);
        for (String word : words) if (lower.contains(word)) return true;
        return false;
    }
}
