package dev.postwire.enrich.metadata;

import java.util.ArrayList;
import java.util.List;

/** Finds where a title and the name of its site are joined: by a bar, or by a dash, colon or the like with space around it. */
final class TitleParts {
    private static final String BARS = "|｜";
    private static final String SIGNS = "–—·»«›‹•:~/->∙⋅";
    /** Between signs of a script that writes no spaces these join too. */
    private static final String TIGHT = "_-–—";

    private TitleParts() {}

    /** Where the part before ends and where the part after begins. */
    record Cut(int end, int start) {}

    static List<Cut> cuts(String title) {
        List<Cut> cuts = new ArrayList<>();
        for (int i = 1; i < title.length() - 1; i++) {
            char c = title.charAt(i);
            if (c > ' ' && c < 0x7F && (Character.isLetterOrDigit(c))) continue;
            int end = i;
            int start = i + 1;
            boolean before = title.charAt(end - 1) == ' ';
            while (start < title.length() - 1 && title.charAt(start) == c) start++;
            boolean after = title.charAt(start) == ' ';
            boolean joins = BARS.indexOf(c) >= 0
                    || (before && after && SIGNS.indexOf(c) >= 0)
                    || (c == ':' && after)
                    || (TIGHT.indexOf(c) >= 0 && (isTight(title.charAt(end - 1)) || isTight(title.charAt(start))));
            if (!joins) {
                // Nor does any other sign of the run: each would look through the rest of it again.
                i = start - 1;
                continue;
            }
            cuts.add(new Cut(before ? end - 1 : end, after ? start + 1 : start));
            i = start;
        }
        return cuts;
    }

    private static boolean isTight(char c) {
        return c >= 0x3000 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7AF || c >= 0xFF00 && c <= 0xFFEF;
    }
}
