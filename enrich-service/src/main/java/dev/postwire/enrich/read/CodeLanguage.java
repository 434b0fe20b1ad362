package dev.postwire.enrich.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of a fenced block, out of the many ways its first line says it: <code>go</code>, <code>js{1,3}</code>,
 * <code>{.python .numberLines}</code>, <code>{r echo=TRUE}</code>, <code>jsx:title=a.js</code>. */
final class CodeLanguage {
    private static final Pattern NAME =
            Pattern.compile("\\s*\\{?\\s*\\.?([A-Za-z0-9+#._-]{1,30}).{0,2000}", Pattern.DOTALL);

    private CodeLanguage() {}

    /** Empty where none is named. */
    static String of(String info) {
        if (info == null || info.isBlank()) return "";
        Matcher name = NAME.matcher(info);
        return name.lookingAt() && !name.group(1).contains("=") ? name.group(1) : "";
    }
}
