package dev.postwire.local.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback that nobody listens on. */
public final class FreePorts {
    // Below the range from which systems give ports to outgoing connections: a part that is restarted needs its port
    // back.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private FreePorts() {}

    /** One that was free a moment ago. */
    public static Port free(String key) {
        while (true) {
            Port port = new Port(key, ThreadLocalRandom.current().nextInt(FIRST, LAST));
            if (isFree(port)) {
                return port;
            }
        }
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(Port port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of a former server that linger do not count
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port.number()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
