package dev.postwire.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedMethodsTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/posts, v1/posts, true",
        "/v1/posts/{id}, v1/posts/a.b, true",
        "/v1/posts/{id}, v1/posts/a/b, false",
        "/v1/posts/{id}/raw, v1/posts/a/raw, true",
        "/v1/{kind: [a-z]+}, v1/posts, true",
        "/v1/{kind: [a-z]+}, v1/7, false",
        "/v1/feed.atom, v1/feedXatom, false",
        "/, '', true"
    })
    void matchesAsTheTemplateSays(String template, String path, boolean matches) {
        assertEquals(matches, AllowedMethods.matches(template, path));
    }
}
