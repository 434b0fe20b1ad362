package dev.postwire.local.kafka;

import dev.postwire.local.part.Health;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks the broker for the cluster's metadata, by hand rather than with a client, which would cost the supervisor more
 * memory than all the rest of it. A broker lists those that may lead partitions: at least one means that it works.
 *
 * <p>Metadata request and response version 1, see Kafka's protocol guide.
 */
public final class KafkaProbe {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final short METADATA = 3;
    private static final short VERSION = 1;
    private static final int CORRELATION = 1;
    private static final int REQUEST_BYTES = 2 + 2 + 4 + 2 + 4;

    private KafkaProbe() {}

    public static Health probe(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(REQUEST_BYTES);
            out.writeShort(METADATA);
            out.writeShort(VERSION);
            out.writeInt(CORRELATION);
            out.writeShort(-1); // no client id
            out.writeInt(0); // of no topic
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readInt(); // length
            in.readInt(); // correlation
            return in.readInt() > 0 ? Health.up() : Health.waiting("the broker leads nothing yet");
        } catch (IOException e) {
            return Health.silent("no answer on port " + port + ": " + e.getMessage());
        }
    }
}
