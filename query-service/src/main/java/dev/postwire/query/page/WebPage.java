package dev.postwire.query.page;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The web page, which learns where the other services are from what is written into its head. To be sent with {@link #policy}: only
 * files of ours run in it, and it talks to these three services alone.
 *
 * @param ingest where browsers reach the intake; empty where posts are not submitted from the page
 * @param enrich where browsers reach the enrich service; empty where posts are not tried on the page
 */
public record WebPage(Optional<URI> ingest, Optional<URI> enrich) {
    private static final String INGEST = "{ingest}";
    private static final String ENRICH = "{enrich}";

    /** @param template with a place for each of the addresses */
    public String html(String template) {
        return template.replace(INGEST, written(ingest)).replace(ENRICH, written(enrich));
    }

    /** Pictures of posts may come from anywhere, as in any reader. */
    public String policy() {
        String others = Stream.of(ingest, enrich)
                .flatMap(Optional::stream)
                .map(address -> " " + origin(address))
                .distinct()
                .collect(Collectors.joining());
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'" + others
                + "; img-src 'self' https: http: data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** Whether the page can call it: a web address without anything that a policy or a call could take for something else. */
    public static boolean isCallable(URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        return web
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && !address.toString().contains(";")
                && !address.toString().contains(",");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static String written(Optional<URI> address) {
        String text = address.map(URI::toString).orElse("");
        return Markup.escape(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}
