package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    @ParameterizedTest
    @CsvSource({
        "POST,/v1/posts,PUBLISHER",
        "PUT,/v1/posts/a,PUBLISHER",
        "DELETE,/v1/posts/a,PUBLISHER",
        "POST,/v1/posts/batch,PUBLISHER",
        "POST,/v1/feeds,PUBLISHER",
        "POST,/v1/preview,PUBLISHER",
        "GET,/v1/posts,READER",
        "HEAD,/v1/posts/a,READER",
        "GET,/v1/posts/a/similar,READER",
        "GET,/v1/receipts/3-1,READER",
        "GET,/v1/rejections,OPERATOR",
        "POST,/v1/rejections/redrive,OPERATOR",
        "GET,/v1/model,OPERATOR",
        "GET,/q/metrics,OPERATOR",
        "GET,/q/health,OPERATOR",
        "POST,/v1/posts/a,OPERATOR",
        "GET,/v1/postscript,OPERATOR",
        "GET,/whatever/somebody/adds,OPERATOR"
    })
    void needsARole(String method, String path, Role role) {
        assertEquals(new Access.Need.Of(role), Access.need(method, path));
    }

    @ParameterizedTest
    @CsvSource({"/", "/page/main.js", "/q/health/live", "/q/health/ready", "/q/openapi", "/q/swagger-ui/index.html"})
    void tellsEverybodyWhatHoldsNoData(String path) {
        assertEquals(new Access.Need.Nothing(), Access.need("GET", path));
        assertEquals(new Access.Need.Of(Role.OPERATOR), Access.need("POST", path));
    }

    @Test
    void lookingAtATokenTellsNoSecret() {
        Token token = Token.random();
        assertEquals(token, Token.parse(token.text()).orElseThrow());
        assertEquals("Token[id=" + token.id() + "]", token.toString());
    }
}
