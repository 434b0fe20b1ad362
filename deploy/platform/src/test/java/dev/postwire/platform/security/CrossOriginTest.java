package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossOriginTest {
    private final CrossOrigin open = new CrossOrigin(Set.of("https://reads.example"), Set.of("https://writes.example"));

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/posts,true,true",
        "GET,/v1/receipts/3-1,true,true",
        "POST,/v1/posts,false,true",
        "POST,/v1/preview,false,true",
        "GET,/q/health/ready,false,true",
        "PUT,/v1/posts/a,false,false",
        "DELETE,/v1/posts/a,false,false",
        "POST,/v1/rejections/1/redrive,false,false",
        "POST,/q/health/ready,false,false",
        "GET,/v1/rejections,false,false",
        "GET,/q/metrics,false,false",
        "GET,/q/health,false,false"
    })
    void letsPagesDoWhatTheirOriginIsNamedFor(String method, String path, boolean reads, boolean writes) {
        assertEquals(reads, open.allows("https://reads.example", method, path));
        assertEquals(writes, open.allows("https://writes.example", method, path));
        assertEquals(false, open.allows("https://other.example", method, path));
        assertEquals(false, open.allows("null", method, path));
    }
}
