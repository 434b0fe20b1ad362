package dev.postwire.local.call;

import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One call to the read API, for a command that ends after it: the plain client of the JDK, which starts in a fifth of the time of
 * the newer one.
 */
public final class ReadApi {
    private static final int OK = 200;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 60_000;

    private final Services services;

    public ReadApi(Services services) {
        this.services = services;
    }

    /**
     * The body of the answer.
     *
     * @throws PartFailure where there is none, or one that refuses
     */
    public byte[] get(String path, Map<String, List<String>> parameters, String accept) {
        try {
            HttpURLConnection call = open(path + query(parameters));
            call.setRequestProperty("Accept", accept);
            services.authorization().ifPresent(value -> call.setRequestProperty("Authorization", value));
            int status = call.getResponseCode();
            byte[] body = body(call, status);
            if (status != OK) throw Refusal.of(status, body);
            return body;
        } catch (IOException e) {
            throw Refusal.silent(services.query(), e);
        }
    }

    private HttpURLConnection open(String pathAndQuery) throws IOException {
        URI address = Services.at(services.query(), pathAndQuery);
        HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
        call.setConnectTimeout(CONNECT_MILLIS);
        call.setReadTimeout(READ_MILLIS);
        call.setInstanceFollowRedirects(false);
        return call;
    }

    private static byte[] body(HttpURLConnection call, int status) throws IOException {
        try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    static String query(Map<String, List<String>> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> parameter.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
