package dev.postwire.ingest.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query of an address as names and values in their order, in UTF-8; a plus sign is a blank. */
final class QueryString {
    private QueryString() {}

    /** Throws a {@link ProblemException} where a percent sign encodes nothing. */
    static Map<String, List<String>> read(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) return parameters;
        for (String parameter : query.split("&")) {
            if (parameter.isEmpty()) continue;
            int end = parameter.indexOf('=');
            String name = decode(end < 0 ? parameter : parameter.substring(0, end));
            String value = end < 0 ? "" : decode(parameter.substring(end + 1));
            parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            ProblemCode.MALFORMED_PARAMETER,
                            "The query has a percent sign that is not followed by two hexadecimal digits.")
                    .exception();
        }
    }
}
