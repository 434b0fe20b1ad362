package dev.postwire.bench.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;

/** One caller with one batch of many lines, which reads the verdicts while it sends. */
final class BatchCaller {
    private static final int LINES_A_CHUNK = 10;

    private final int port;
    private final String content;

    /** @param content of each line, besides a number that makes it a post of its own; nothing to escape in it */
    BatchCaller(int port, String content) {
        this.port = port;
        this.content = content;
    }

    /** Lines a second from the first byte to the last verdict; every one must have been taken. */
    double send(long lines, LongConsumer progress) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            long start = System.nanoTime();
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> write(socket, lines));
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 1 << 16);
            long taken = 0;
            while (taken < lines) {
                String line = in.readLine();
                if (line == null) throw new IOException("the answer ended after " + taken + " verdicts");
                if (!line.startsWith("{")) continue;
                if (!line.contains("\"status\":202,")) throw new IOException("a verdict is " + line);
                if (++taken % 10_000 == 0) progress.accept(taken);
            }
            sender.join();
            return lines / ((System.nanoTime() - start) / 1e9);
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void write(Socket socket, long lines) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/posts/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (long line = 0; line < lines; line += LINES_A_CHUNK) {
                StringBuilder text = new StringBuilder();
                for (long i = line; i < Math.min(lines, line + LINES_A_CHUNK); i++) {
                    text.append("{\"url\":\"https://bench.example/")
                            .append(i)
                            .append("\",\"title\":\"Post ")
                            .append(i)
                            .append("\",\"content\":\"")
                            .append(content)
                            .append("\"}\n");
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(bytes);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
