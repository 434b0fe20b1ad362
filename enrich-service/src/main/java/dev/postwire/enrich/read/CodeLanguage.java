package dev.postwire.enrich.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of a fenced block, out of the many ways its first line says it: <code>go</code>, <code>js{1,3}</code>,
 * <code>{.python .numberLines}</code>, <code>{r echo=TRUE}</code>, <code>jsx:title=a.js</code>. */
final class CodeLanguage {
    private static final Pattern NAME =
            Pattern.compile("\\s*\\{?\\s*\\.?([A-Za-z0-9+#._-]{1,30}).{0,2000}", Pattern.DOTALL);

    private static final Pattern FIRST_LINE =
            Pattern.compile("(?::::|#!)([A-Za-z][A-Za-z0-9+#._-]{0,29})(?:[ \\t].{0,200})?");

    private CodeLanguage() {}

    /** The language that a line like {@code :::python} or {@code #!ruby} names; a program's path is a line of the code. */
    static String ofFirstLine(String line) {
        Matcher name = FIRST_LINE.matcher(line);
        return name.matches() ? name.group(1) : "";
    }

    /** Empty where none is named. */
    static String of(String info) {
        if (info == null || info.isBlank()) return "";
        Matcher name = NAME.matcher(info);
        return name.lookingAt() && !name.group(1).contains("=") ? name.group(1) : "";
    }
}
