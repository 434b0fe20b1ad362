package dev.postwire.bench.intake;

import dev.postwire.bench.persist.Cpu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

/** Posts one by one over many connections, at an endpoint that takes them and at one that drops them. */
final class SinglePosts {
    private static final double SHARE = .99;

    private final Endpoint ours;
    private final Endpoint peer;
    private final long broker;
    private final Times times;

    /**
     * How long, in seconds.
     *
     * @param warm each endpoint is called before it is measured, or it would be its compiler that is
     * @param measured each load lasts
     */
    record Times(double warm, double measured) {}

    /** Where it listens and which process it is. */
    record Endpoint(int port, long process) {
        Callers callers(int connections, String body) {
            return new Callers(port, connections, body.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** What was measured, in words, of ours and of the peer. */
    interface Rows {
        void row(String what, double ours, double peer);
    }

    SinglePosts(Endpoint ours, Endpoint peer, long broker, Times times) {
        this.ours = ours;
        this.peer = peer;
        this.broker = broker;
        this.times = times;
    }

    /** Measures and returns how many of ours were answered in a second. */
    double measure(int connections, String body, Rows rows)
            throws IOException, InterruptedException, ExecutionException {
        Callers us = ours.callers(connections, body);
        Callers them = peer.callers(connections, body);
        us.closed(times.warm());
        them.closed(times.warm());
        Load dropped = load(them, peer.process());
        Load taken = load(us, ours.process());
        rows.row(
                "posts of 6 kB a second, 64 connections; beside it an endpoint that reads and drops",
                taken.perSecond(),
                dropped.perSecond());
        rows.row("CPU of a post in the process, µs; beside it the endpoint's", taken.micros(), dropped.micros());
        rows.row("CPU of a post with the broker's, µs; beside it the endpoint's", taken.allMicros(), dropped.micros());
        double half = taken.perSecond() / 2;
        rows.row(
                "p99 of these at half of Postwire's load, ms",
                us.open(times.measured(), half).percentileMillis(SHARE),
                them.open(times.measured(), half).percentileMillis(SHARE));
        return taken.perSecond();
    }

    private record Load(double perSecond, double micros, double allMicros) {}

    private Load load(Callers callers, long process) throws IOException, InterruptedException, ExecutionException {
        double before = micros(process);
        double brokerBefore = micros(broker);
        Callers.Load load = callers.closed(times.measured());
        double count = load.nanos().length;
        double own = micros(process) - before;
        return new Load(load.perSecond(), own / count, (own + micros(broker) - brokerBefore) / count);
    }

    private static double micros(long process) throws IOException {
        return Cpu.of(process).toNanos() / 1e3;
    }
}
