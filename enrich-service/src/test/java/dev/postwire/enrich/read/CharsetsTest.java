package dev.postwire.enrich.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, Grüße aus Köln und schöne Straßen überall; später noch mehr davon.",
        "UTF-16BE, 日本語の文章をここに書きます。今日は天気がいいので、公園に行きました。",
        "ISO-2022-JP, 日本語の文章をここに書きます。今日は天気がいいので、公園に行きました。",
        "Shift_JIS, 日本語の文章をここに書きます。今日は天気がいいので、公園に行きました。",
        "GBK, 今天我们来谈谈编程语言的发展历史，以及它们对软件工程的影响。",
        "EUC-KR, 오늘은 날씨가 좋아서 공원에 갔습니다. 프로그래밍 언어에 대한 이야기를 하겠습니다.",
        "KOI8-R, Сегодня мы поговорим о языках программирования и об их истории."
    })
    void findsTheCharsetNobodyNamed(String charset, String words) {
        assertEquals(words, text(words.getBytes(Charset.forName(charset)), "text/markdown"));
    }

    @ParameterizedTest
    @CsvSource({"shift_jis, windows-31j, ㈱ ① 髙", "gb2312, GB18030, 镕 喆", "euc-kr, x-windows-949, 똠방각하"})
    void readsACharsetAsItsSuperset(String declared, String actual, String words) {
        assertEquals(words, text(words.getBytes(Charset.forName(actual)), "text/plain; charset=" + declared));
    }

    @Test
    void readsUtf8ThatIsDeclaredAsLatin1() {
        Charsets.Decoded decoded =
                Charsets.decode(WORDS.getBytes(StandardCharsets.UTF_8), MediaType.of("text/html; charset=iso-8859-1"));

        assertEquals(WORDS, decoded.text());
        assertEquals("charset-wrong", decoded.warnings().get(0).code());
    }

    private static String text(byte[] bytes, String type) {
        return Charsets.decode(bytes, MediaType.of(type)).text();
    }
}
