package dev.postwire.bench.million;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection of HTTP/1.1 that is asked again and again, one question at a time. It does next to nothing, for who asks shares the
 * processors with who answers: of the answer it reads the status, the length and as many bytes. For one thread.
 */
final class KeptConnection implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int IN_CHUNKS = -1;
    private static final int HEXADECIMAL = 16;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final String host;
    private final StringBuilder line = new StringBuilder();

    KeptConnection(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        host = service.getAuthority();
    }

    /**
     * Reads the whole answer.
     *
     * @return its bytes, without the head
     * @throws IOException where it is no 200
     */
    long get(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        long length = IN_CHUNKS;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(LENGTH))
                length = Long.parseLong(name.substring(LENGTH.length()).strip());
        }
        if (!status.startsWith("HTTP/1.1 200 ")) throw new IOException(path + " was answered " + status);
        if (length == IN_CHUNKS) return chunks();
        in.skipNBytes(length);
        return length;
    }

    /** The other of the two ways in which HTTP/1.1 ends an answer on a connection that goes on. */
    private long chunks() throws IOException {
        long all = 0;
        while (true) {
            int size = Integer.parseInt(line(), HEXADECIMAL);
            in.skipNBytes(size);
            line();
            if (size == 0) return all;
            all += size;
        }
    }

    private String line() throws IOException {
        line.setLength(0);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) throw new EOFException("the connection was closed");
            if (read != '\r') line.append((char) read);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
