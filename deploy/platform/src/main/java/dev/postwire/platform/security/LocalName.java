package dev.postwire.platform.security;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a call names this machine as its host. A page whose own name was made to resolve to a loopback address (DNS rebinding)
 * is of one site with us as its browser sees it, and only that name gives it away.
 */
final class LocalName {
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\[\\]]*\\]|[^:\\[\\]]*)(?::\\d{0,5})?");

    private final String listener;

    /** @param listener what the listener is bound to: a name of this machine too */
    LocalName(String listener) {
        this.listener = listener.toLowerCase(Locale.ROOT);
    }

    boolean isSaidBy(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.HOST);
        boolean named = request.authority() != null;
        // Every browser names a host; who names none, as HTTP/1.0 allows, is none.
        if (header == null && !named) return true;
        return (header == null || is(header))
                && (!named || is(request.authority().toString()));
    }

    /** Whether that is a host, with or without a port, that is this machine whatever a name server says. */
    boolean is(String authority) {
        Matcher parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        if (!parts.matches()) return false;
        String host = parts.group(1);
        if (host.startsWith("[")) return loopback(host.substring(1, host.length() - 1), ':');
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || !host.isEmpty() && host.equals(listener)
                || loopback(host, '.');
    }

    private static boolean loopback(String literal, char divider) {
        byte[] address = literal.indexOf(divider) < 0 ? null : NetUtil.createByteArrayFromIpAddressString(literal);
        if (address == null) return false;
        try {
            return InetAddress.getByAddress(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + address.length + " bytes", e);
        }
    }
}
