package dev.postwire.local.postgres;

import dev.postwire.local.part.Health;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks for a session, as pg_isready does, and reads the first byte of the answer: a request for authentication means
 * that the server takes sessions; an error means it is starting, recovering or stopping. See "Message Flow, Start-up" in
 * PostgreSQL's manual.
 */
public final class PostgresProbe {
    private static final int PROTOCOL_3 = 196_608;
    private static final int TIMEOUT_MILLIS = 2_000;

    private PostgresProbe() {}

    public static Health probe(int port, String user) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            byte[] parameters = ("user\0" + user + "\0database\0" + user + "\0\0").getBytes(StandardCharsets.UTF_8);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(8 + parameters.length);
            out.writeInt(PROTOCOL_3);
            out.write(parameters);
            out.flush();
            char answer = (char) new DataInputStream(socket.getInputStream()).readByte();
            return answer == 'R' ? Health.up() : Health.waiting("takes no sessions yet");
        } catch (IOException e) {
            return Health.silent("no answer on port " + port + ": " + e.getMessage());
        }
    }
}
