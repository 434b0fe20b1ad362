package dev.postwire.platform.security;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;

/** Where a call comes from. A caller of IPv6 has a whole network of addresses, 2^64 of them as a rule: the network is the caller. */
final class CallerAddress {
    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    private CallerAddress() {}

    static String of(HttpServerRequest request) {
        String host =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        byte[] address = host == null ? null : NetUtil.createByteArrayFromIpAddressString(host);
        if (address == null) return "unknown";
        int told = address.length == IPV6_BYTES ? IPV6_NETWORK_BYTES : address.length;
        return "address " + HexFormat.of().formatHex(address, 0, told);
    }
}
