package dev.postwire.ingest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryStringTest {
    @Test
    void readsNamesAndValuesInTheirOrder() {
        assertEquals(
                Map.of("tag", List.of("b", "a"), "title", List.of("Ca va? \u00e7a & la=b")),
                QueryString.read("tag=b&title=Ca+va%3F%20%C3%A7a%20%26+la=b&tag=a"));
    }

    @Test
    void whatSaysNothingIsBlank() {
        assertEquals(Map.of(), QueryString.read(null));
        assertEquals(Map.of(), QueryString.read("&&"));
        assertEquals(Map.of("title", List.of("", "")), QueryString.read("title&title="));
    }

    @Test
    void whatCannotBeDecodedIsAProblem() {
        ProblemException refused = assertThrows(ProblemException.class, () -> QueryString.read("title=%zz"));
        assertEquals(ProblemCode.MALFORMED_PARAMETER, refused.problem().kind());
    }
}
