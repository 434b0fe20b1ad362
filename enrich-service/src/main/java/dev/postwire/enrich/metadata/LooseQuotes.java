package dev.postwire.enrich.metadata;

/**
 * Mends JSON whose texts hold quotes that were not escaped, and whose members have no comma between them. A quote ends a text
 * where what follows it can follow a text; any other belongs to the text.
 */
final class LooseQuotes {
    private LooseQuotes() {}

    static String mend(String json) {
        StringBuilder mended = new StringBuilder(json.length() + 16);
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\' && i + 1 < json.length()) {
                mended.append(c).append(json.charAt(++i));
            } else if (c != '"') {
                mended.append(c);
            } else if (!inText) {
                inText = true;
                mended.append(c);
            } else {
                int next = next(json, i + 1);
                boolean member = next > i + 1 && next < json.length() && json.charAt(next) == '"' && isName(json, next);
                inText = !member && next < json.length() && ",:}]".indexOf(json.charAt(next)) < 0;
                if (inText) mended.append('\\');
                mended.append(c);
                if (member) mended.append(',');
            }
        }
        return mended.toString();
    }

    private static int next(String json, int from) {
        int at = from;
        while (at < json.length() && json.charAt(at) <= ' ') at++;
        return at;
    }

    /** Whether a short text of letters begins there that a colon follows. */
    private static boolean isName(String json, int quote) {
        int at = quote + 1;
        while (at < json.length() && at < quote + 40 && (Character.isLetter(json.charAt(at)) || json.charAt(at) == '@'))
            at++;
        if (at == quote + 1 || at >= json.length() || json.charAt(at) != '"') return false;
        int colon = next(json, at + 1);
        return colon < json.length() && json.charAt(colon) == ':';
    }
}
