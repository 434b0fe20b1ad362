package dev.postwire.endtoend.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postwire.local.part.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final int SHORT_MILLIS = 200;
    private static final int LONG_MILLIS = 5_000;

    private ServerSocket server;
    private Link link;
    private Socket caller;
    private Socket callee;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = FreePorts.free("link").number();
        link = new Link("a>b", port, server.getLocalPort());
        caller = new Socket(InetAddress.getLoopbackAddress(), port);
        callee = server.accept();
        caller.setSoTimeout(LONG_MILLIS);
        callee.setSoTimeout(LONG_MILLIS);
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        caller.close();
        callee.close();
        server.close();
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        caller.getOutputStream().write(7);
        callee.getOutputStream().write(8);

        assertEquals(7, callee.getInputStream().read());
        assertEquals(8, caller.getInputStream().read());
    }

    @Test
    void holdsBytesBackWhileItStallsAndLosesNone() throws IOException {
        link.stall();
        caller.getOutputStream().write(7);
        callee.setSoTimeout(SHORT_MILLIS);
        assertThrows(SocketTimeoutException.class, () -> callee.getInputStream().read());

        link.flow();

        callee.setSoTimeout(LONG_MILLIS);
        assertEquals(7, callee.getInputStream().read());
    }

    @Test
    void endsEveryConnectionByACutAndTakesNewOnes() throws IOException {
        link.cut();
        assertThrows(IOException.class, () -> {
            while (caller.getInputStream().read() >= 0) {}
            throw new IOException("ended");
        });

        try (Socket again = new Socket(InetAddress.getLoopbackAddress(), caller.getPort());
                Socket there = server.accept()) {
            again.getOutputStream().write(9);
            assertEquals(9, there.getInputStream().read());
        }
    }
}
