package dev.postwire.bench.follow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many HTTP connections on one thread, each with one call whose answer is read as it comes. */
final class Crowd implements AutoCloseable {
    /** Connected at a time, so that none is turned away by a full backlog. */
    private static final int AT_ONCE = 100;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final Listener listener;
    private int connected;
    private int closed;

    /** Told of what arrives, on the thread that calls {@link Crowd#listen}. */
    interface Listener {
        /** @param text what one read gave: events may be torn apart, ids of ours are looked for only */
        void heard(int connection, String text, long nanos);
    }

    Crowd(Listener listener) throws IOException {
        this.listener = listener;
    }

    /** @param paths the target of each call */
    void open(InetSocketAddress address, int count, IntFunction<String> paths) throws IOException {
        for (int from = 0; from < count; from += AT_ONCE) {
            int until = Math.min(count, from + AT_ONCE);
            for (int i = from; i < until; i++) {
                SocketChannel channel = SocketChannel.open(address);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                String call = "GET " + paths.apply(i) + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n";
                channel.write(ByteBuffer.wrap(call.getBytes(StandardCharsets.US_ASCII)));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, i);
                connected++;
            }
            listen(20);
        }
    }

    /** Reads what comes for so long. */
    void listen(long millis) throws IOException {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            selector.select(this::read, left);
        }
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            int length = ((SocketChannel) key.channel()).read(buffer);
            long now = System.nanoTime();
            if (length < 0) {
                key.channel().close();
                closed++;
                return;
            }
            byte[] bytes = new byte[length];
            buffer.flip().get(bytes);
            listener.heard((int) key.attachment(), new String(bytes, StandardCharsets.UTF_8), now);
        } catch (IOException e) {
            key.cancel();
            closed++;
        }
    }

    int open() {
        return connected - closed;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) key.channel().close();
        selector.close();
    }

    /** The first group of each find. */
    static void each(Pattern pattern, String text, java.util.function.Consumer<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.accept(matcher.group(1));
    }
}
