package dev.postwire.bench.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Many callers, each on a connection of its own that lasts, posting one body after the other. */
final class Callers {
    private final int port;
    private final int connections;
    private final byte[] request;

    Callers(int port, int connections, byte[] body) {
        this.port = port;
        this.connections = connections;
        byte[] head = ("POST /v1/posts HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
    }

    /** What came of it: answers a second, and nanoseconds from when a call was due to its answer, in rising order. */
    record Load(double perSecond, long[] nanos) {
        double percentileMillis(double share) {
            return nanos[(int) Math.min(nanos.length - 1, Math.round(nanos.length * share))] / 1e6;
        }
    }

    /** As many calls as are answered: each caller sends its next when the last was answered. */
    Load closed(double seconds) throws InterruptedException, ExecutionException {
        return load(seconds, 0);
    }

    /** So many calls a second, due whether the earlier ones were answered or not: waiting counts. */
    Load open(double seconds, double perSecond) throws InterruptedException, ExecutionException {
        return load(seconds, perSecond);
    }

    private Load load(double seconds, double perSecond) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long interval = perSecond == 0 ? 0 : (long) (1e9 * connections / perSecond);
        List<Future<long[]>> callers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            long first = start + interval * i / connections;
            callers.add(threads.submit((Callable<long[]>) () -> call(first, end, interval)));
        }
        long[] all = {};
        for (Future<long[]> caller : callers) {
            long[] mine = caller.get();
            int before = all.length;
            all = Arrays.copyOf(all, before + mine.length);
            System.arraycopy(mine, 0, all, before, mine.length);
        }
        threads.shutdown();
        double taken = (System.nanoTime() - start) / 1e9;
        Arrays.sort(all);
        return new Load(all.length / taken, all);
    }

    private long[] call(long first, long end, long interval) throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1024);
            for (long due = first; ; due = interval == 0 ? System.nanoTime() : due + interval) {
                while (due > System.nanoTime()) LockSupport.parkNanos(due - System.nanoTime());
                if (due >= end) return Arrays.copyOf(nanos, count);
                socket.getOutputStream().write(request);
                answer(in);
                if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
                nanos[count++] = System.nanoTime() - due;
            }
        }
    }

    private static void answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 202 ")) throw new IOException("answered " + status);
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15))
                length = Integer.parseInt(line.substring(15).strip());
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the connection ended");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
