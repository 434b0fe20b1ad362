package dev.postwire.bench.scrape;

import java.nio.charset.Charset;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Character references as HTML resolves them in text: with and without semicolon, the longest legacy name first, numbers of
 * Windows-1252 as it means them. As Python's {@code html.unescape}, to which a test holds it.
 */
final class CharacterReferences {
    private static final Pattern REFERENCE =
            Pattern.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String REPLACEMENT = "\uFFFD";
    private static final int SHORTEST_NAME = 2;
    private static final int MOST_DIGITS = 8;

    private CharacterReferences() {}

    static String resolve(String text) {
        if (text.indexOf('&') < 0) return text;
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(resolve(found)));
    }

    private static String resolve(MatchResult found) {
        String reference = found.group(1);
        return reference.charAt(0) == '#' ? number(reference.substring(1)) : name(reference);
    }

    private static String name(String reference) {
        boolean closed = reference.endsWith(";");
        String name = closed ? reference.substring(0, reference.length() - 1) : reference;
        if (closed ? Entities.isNamedEntity(name) : Entities.isBaseNamedEntity(name)) return Entities.getByName(name);
        for (int length = reference.length() - 1; length >= SHORTEST_NAME; length--) {
            String prefix = reference.substring(0, length);
            if (Entities.isBaseNamedEntity(prefix)) return Entities.getByName(prefix) + reference.substring(length);
        }
        return "&" + reference;
    }

    private static String number(String reference) {
        boolean hex = reference.charAt(0) == 'x' || reference.charAt(0) == 'X';
        String digits = reference.substring(hex ? 1 : 0).replace(";", "").replaceFirst("^0+(?=.)", "");
        if (digits.length() > MOST_DIGITS) return REPLACEMENT;
        long number = Long.parseLong(digits, hex ? 16 : 10);
        if (number == 0 || number > Character.MAX_CODE_POINT) return REPLACEMENT;
        int codePoint = (int) number;
        if (codePoint >= 0x80 && codePoint <= 0x9F) return windows(codePoint);
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) return REPLACEMENT;
        return isNoCharacter(codePoint) ? "" : Character.toString(codePoint);
    }

    private static String windows(int codePoint) {
        String meant = new String(new byte[] {(byte) codePoint}, WINDOWS_1252);
        return meant.equals(REPLACEMENT) ? Character.toString(codePoint) : meant;
    }

    private static boolean isNoCharacter(int codePoint) {
        boolean control = codePoint < ' ' && "\t\n\f\r".indexOf(codePoint) < 0 || codePoint == 0x7F;
        boolean unassignable = codePoint >= 0xFDD0 && codePoint <= 0xFDEF || (codePoint & 0xFFFE) == 0xFFFE;
        return control || unassignable;
    }
}
