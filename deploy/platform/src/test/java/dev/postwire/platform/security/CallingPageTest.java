package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingPageTest {
    private static final Set<String> NAMED = Set.of("http://127.0.0.1:8080");

    @ParameterizedTest
    @CsvSource({
        // No browser.
        ",,127.0.0.1:8081,false",
        // Our own description of the calls, and what somebody typed.
        "same-origin,http://127.0.0.1:8081,127.0.0.1:8081,false",
        "none,,127.0.0.1:8081,false",
        // The named page, as its browser sees it from the same and from another machine.
        "same-site,http://127.0.0.1:8080,127.0.0.1:8081,false",
        "cross-site,http://127.0.0.1:8080,127.0.0.1:8081,false",
        // Another service of this machine may serve anybody's pages.
        "same-site,http://127.0.0.1:3000,127.0.0.1:8081,true",
        "same-site,,127.0.0.1:8081,true",
        "cross-site,https://other.example,127.0.0.1:8081,true",
        "cross-site,null,127.0.0.1:8081,true",
        // Not encrypted and not of this machine: browsers say where the page is from, and not how near that is.
        ",http://posts.example:8081,posts.example:8081,false",
        ",http://Posts.example:8081,posts.EXAMPLE:8081,false",
        ",http://other.example,posts.example:8081,true",
        ",http://posts.example:8080,posts.example:8081,true",
        ",null,posts.example:8081,true",
        ",http://other.example,,true"
    })
    void isForeignUnlessItIsOursOrNamed(String site, String origin, String host, boolean foreign) {
        assertEquals(foreign, new CallingPage(site, origin, host).isForeign(NAMED));
    }
}
