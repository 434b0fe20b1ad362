package dev.postwire.enrich.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharsetsTest {
    private static final String WORDS = "Grüße aus Köln, schöne Straßen überall und später noch mehr davon.";

    @Test
    void believesAByteOrderMark() {
        byte[] bytes = ("\uFEFF" + WORDS).getBytes(StandardCharsets.UTF_16LE);

        assertEquals(WORDS, text(bytes, "text/plain; charset=utf-8"));
    }

    @Test
    void readsTheDeclaredCharset() {
        assertEquals(WORDS, text(WORDS.getBytes(StandardCharsets.ISO_8859_1), "text/plain; charset=\"iso-8859-1\""));
    }

    @Test
    void readsLatin1AsItsSuperset() {
        byte[] bytes = "“quoted”".getBytes(Charset.forName("windows-1252"));

        assertEquals("“quoted”", text(bytes, "text/plain; charset=ISO-8859-1"));
    }

    @Test
    void readsThePagesOwnWord() {
        String page = "<meta charset=windows-1251><p>Привет, мир";

        assertEquals(page, text(page.getBytes(Charset.forName("windows-1251")), "text/html"));
    }

    @Test
    void preferTheBytesToAWrongDeclaration() {
        Charsets.Decoded decoded =
                Charsets.decode(WORDS.getBytes(StandardCharsets.UTF_8), MediaType.of("text/plain; charset=us-ascii"));

        assertEquals(WORDS, decoded.text());
        assertEquals("charset-wrong", decoded.warnings().get(0).code());
    }

    @Test
    void guessesWhatNobodyDeclaredAndSaysSo() {
        Charsets.Decoded decoded =
                Charsets.decode(WORDS.getBytes(StandardCharsets.ISO_8859_1), MediaType.of("text/plain"));

        assertEquals(WORDS, decoded.text());
        assertEquals("charset-guessed", decoded.warnings().get(0).code());
    }

    @Test
    void readsUtf8WithABrokenByte() {
        byte[] bytes = (WORDS.repeat(4) + " ?").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0x92;

        Charsets.Decoded decoded = Charsets.decode(bytes, MediaType.of("text/plain"));

        assertEquals(WORDS.repeat(4) + " \uFFFD", decoded.text());
        assertEquals("charset-flawed", decoded.warnings().get(0).code());
    }

    @Test
    void passesOverACharsetThatDoesNotExist() {
        assertEquals(WORDS, text(WORDS.getBytes(StandardCharsets.UTF_8), "text/plain; charset=x-no-such"));
    }

    private static String text(byte[] bytes, String type) {
        return Charsets.decode(bytes, MediaType.of(type)).text();
    }
}
