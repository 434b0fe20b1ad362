package dev.postwire.query.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebPageTest {
    private static final String TEMPLATE = "<meta content=\"{ingest}\"><meta content=\"{enrich}\">";

    @Test
    void saysWhereTheOtherServicesAreAndLetsItselfCallThemAlone() {
        WebPage page = new WebPage(
                Optional.of(URI.create("https://posts.example/in/")),
                Optional.of(URI.create("http://127.0.0.1:8082/")));

        assertEquals(
                "<meta content=\"https://posts.example/in\"><meta content=\"http://127.0.0.1:8082\">",
                page.html(TEMPLATE));
        assertTrue(page.policy().contains("connect-src 'self' https://posts.example http://127.0.0.1:8082;"));
    }

    @Test
    void callsNobodyElseWhereNoneIsNamed() {
        WebPage page = new WebPage(Optional.empty(), Optional.empty());

        assertEquals("<meta content=\"\"><meta content=\"\">", page.html(TEMPLATE));
        assertTrue(page.policy().contains("connect-src 'self';"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://posts.example,true",
        "http://127.0.0.1:8081/intake,true",
        "ftp://posts.example,false",
        "posts.example,false",
        "https://me@posts.example,false",
        "https://posts.example/a;b,false",
        "https://posts.example/?a=b,false",
        "javascript:alert(1),false"
    })
    void knowsWhatItCanCall(URI address, boolean callable) {
        assertEquals(callable, WebPage.isCallable(address));
    }
}
