package dev.postwire.endtoend.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy of the loopback between one process and another. While it stalls, bytes stay where they are and no connection ends,
 * as on a network that has lost its way; a cut ends every connection at once, with a reset.
 */
final class Link implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int CONNECT_MILLIS = 2_000;

    private final String name;
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean stalled; // guarded by gate
    private volatile boolean closed;

    /** @param name of the pair, as {@code enrich-1>kafka} */
    Link(String name, int port, int target) throws IOException {
        this.name = name;
        this.target = target;
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        daemon("accept", this::accept);
    }

    String name() {
        return name;
    }

    void stall() {
        synchronized (gate) {
            stalled = true;
        }
    }

    void flow() {
        synchronized (gate) {
            stalled = false;
            gate.notifyAll();
        }
    }

    void cut() {
        open.forEach(Link::reset);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket caller = server.accept();
                daemon("open", () -> connect(caller));
            } catch (IOException e) {
                if (!closed) throw new IllegalStateException("the link " + name + " takes no connections", e);
            }
        }
    }

    private void connect(Socket caller) {
        Socket callee = new Socket();
        open.add(caller);
        open.add(callee);
        try {
            caller.setTcpNoDelay(true);
            callee.setTcpNoDelay(true);
            pass();
            callee.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            daemon("back", () -> copy(callee, caller));
            copy(caller, callee);
        } catch (IOException | InterruptedException e) {
            end(caller, callee); // whoever called finds out as from any peer that is away
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pass();
                out.write(buffer, 0, read);
            }
            pass();
        } catch (IOException | InterruptedException e) {
            // one of the two is gone: the other is told by the end of the connection
        } finally {
            end(from, to);
        }
    }

    /** Returns when bytes may go on. */
    private void pass() throws InterruptedException {
        synchronized (gate) {
            while (stalled && !closed) gate.wait();
        }
    }

    private void end(Socket one, Socket other) {
        open.remove(one);
        open.remove(other);
        quietly(one);
        quietly(other);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it is closed already
        }
        quietly(socket);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed already
        }
    }

    private void daemon(String what, Runnable task) {
        Thread thread = new Thread(task, name + "-" + what);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        flow();
        server.close();
        cut();
    }
}
