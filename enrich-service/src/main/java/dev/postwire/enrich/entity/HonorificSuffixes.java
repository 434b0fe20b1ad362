package dev.postwire.enrich.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds people in Japanese and Chinese by the honorific behind the name, which touches it: {@code 田中さん}, {@code ジョン・スミス氏},
 * {@code 王先生}. Where the run of characters before it is no name's length, nothing is guessed. Stateless.
 */
final class HonorificSuffixes {
    /** By their first characters; the scanner of words gives each character alone. */
    private static final Map<String, String> SUFFIXES = Map.of("さ", "ん", "氏", "", "先", "生", "女", "士");

    /** Who is called so by trade or kin, not by name: the last character. */
    private static final String NO_NAMES_END = "員者師屋生客達手家長人婆爺親方嬢皆々";

    private static final Set<String> NO_NAMES = Set.of(
            "ママ", "パパ", "オーナー", "メーカー", "スタッフ", "ファン", "ユーザー", "ドクター", "サンタ", "息子", "子供", "旦那", "奥様", "彼女", "彼氏", "摂氏",
            "華氏", "両氏", "同氏", "諸氏", "各氏", "某氏");

    private static final String CHINESE_SURNAMES = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅";
    private static final int LONGEST = 4;
    private static final char MIDDLE_DOT = '\u30FB';

    private final NameText text;
    private final List<Sighting> found;

    HonorificSuffixes(NameText text, List<Sighting> found) {
        this.text = text;
        this.found = found;
    }

    void find() {
        for (int i = 1; i < text.size(); i++) {
            if (text.gap(i) != Gap.NOTHING || text.words().end(i) - text.words().start(i) != 1) continue;
            String rest = SUFFIXES.get(text.words().folded(i));
            if (rest == null || !rest.isEmpty() && !isNext(i + 1, rest)) continue;
            int last = i - 1;
            int first = isKatakana(last) ? firstOfKatakana(last) : firstOfIdeographs(last, i);
            if (first >= 0 && !NO_NAMES.contains(text.written(first, last))) add(first, last);
        }
    }

    private boolean isNext(int word, String rest) {
        return word < text.size()
                && text.gap(word) == Gap.NOTHING
                && text.words().folded(word).equals(rest);
    }

    private int firstOfKatakana(int last) {
        int first = last;
        while (last - first < LONGEST && isMiddleDot(first) && isKatakana(first - 1)) first--;
        return first == last && text.words().end(last) - text.words().start(last) < 2 ? -1 : first;
    }

    private boolean isMiddleDot(int word) {
        int start = text.words().start(word);
        return word > 0
                && start - text.words().end(word - 1) == 1
                && text.words().text().charAt(start - 1) == MIDDLE_DOT;
    }

    private int firstOfIdeographs(int last, int suffix) {
        if (!isIdeograph(last) || NO_NAMES_END.contains(text.words().written(last))) return -1;
        int first = last;
        while (last - first <= LONGEST && first > 0 && text.gap(first) == Gap.NOTHING && isIdeograph(first - 1))
            first--;
        int length = last - first + 1;
        if (length >= 2 && length <= LONGEST) return first;
        boolean chinese = length == 1
                && !text.words().written(suffix).equals("氏")
                && !text.words().written(suffix).equals("さ");
        return chinese && CHINESE_SURNAMES.contains(text.words().written(last)) ? first : -1;
    }

    private boolean isIdeograph(int word) {
        return Character.isIdeographic(
                text.words().text().codePointAt(text.words().start(word)));
    }

    private boolean isKatakana(int word) {
        char first = text.words().text().charAt(text.words().start(word));
        return first >= '\u30A1' && first <= '\u30FA';
    }

    private void add(int first, int last) {
        Signals signals = new Signals().add("honorific", 3).add("as long as names are", 1);
        found.add(Sighting.of(EntityType.PERSON, text, first, last, signals));
    }
}
