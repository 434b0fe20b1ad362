package dev.postwire.platform.security;

import java.util.Set;

/**
 * What a browser says of the page that makes a call, and no page can make it say otherwise; who is no browser says nothing.
 *
 * @param site {@code Sec-Fetch-Site}, which browsers leave out where the connection is neither encrypted nor to their own machine;
 *     null where there is none
 * @param origin {@code Origin}; null where there is none
 * @param host {@code Host}, to which the call went; null where there is none
 */
record CallingPage(String site, String origin, String host) {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    /**
     * Whether it is a page that is neither ours nor named, so that it may write nothing without a key: any other service on this very
     * machine is of one site with us and may serve anybody's pages, hence the whole origin counts.
     *
     * @param named the origins whose pages may write
     */
    boolean isForeign(Set<String> named) {
        if (origin != null && named.contains(origin)) return false;
        if (site != null) return !OURS.contains(site);
        return origin != null && !isOwn();
    }

    /** Compared without the scheme: behind a proxy that ends the encryption we do not know ours. */
    private boolean isOwn() {
        int authority = origin.indexOf("://");
        return authority > 0 && origin.substring(authority + "://".length()).equalsIgnoreCase(host);
    }
}
