package dev.postwire.endtoend.fault;

import dev.postwire.endtoend.fault.Fault.Cut;
import dev.postwire.endtoend.fault.Fault.Freeze;
import dev.postwire.endtoend.fault.Fault.FullDisk;
import dev.postwire.endtoend.fault.Fault.Jump;
import dev.postwire.endtoend.fault.Fault.Kill;
import dev.postwire.endtoend.fault.Fault.Stall;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes one thing go wrong and, where it lasts, right again. */
final class Breaker {
    private static final Duration PROCESS_PATIENCE = Duration.ofSeconds(60);

    private final FaultStand stand;

    Breaker(FaultStand stand) {
        this.stand = stand;
    }

    /** Returns when the fault is over; false where it cannot be had here. */
    boolean run(Fault fault) throws IOException, InterruptedException {
        if (fault instanceof Kill kill) process(kill.part()).destroyForcibly();
        if (fault instanceof Freeze freeze) freeze(freeze);
        if (fault instanceof Cut cut) stand.link(cut.link()).cut();
        if (fault instanceof Stall stall) {
            stand.link(stall.link()).stall();
            TimeUnit.MILLISECONDS.sleep(stall.lasting().toMillis());
            stand.link(stall.link()).flow();
        }
        if (fault instanceof Jump jump) return turn(jump);
        return !(fault instanceof FullDisk full) || fill(full);
    }

    private boolean turn(Jump jump) throws IOException, InterruptedException {
        if (stand.clocks().isEmpty()) return false;
        stand.clocks().get().turn(jump.part(), jump.by());
        TimeUnit.MILLISECONDS.sleep(jump.lasting().toMillis());
        stand.clocks().get().turn(jump.part(), Duration.ZERO);
        return true;
    }

    private boolean fill(FullDisk full) throws IOException, InterruptedException {
        if (stand.volume(full.part()).isEmpty()) return false;
        Volume volume = stand.volume(full.part()).get();
        volume.fill();
        TimeUnit.MILLISECONDS.sleep(full.lasting().toMillis());
        volume.free();
        return true;
    }

    private void freeze(Freeze freeze) throws IOException, InterruptedException {
        ProcessHandle process = process(freeze.part());
        signal("-STOP", process);
        TimeUnit.MILLISECONDS.sleep(freeze.lasting().toMillis());
        signal("-CONT", process);
    }

    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        String[] command = Stream.concat(
                        Stream.of("kill", signal, "" + process.pid()),
                        process.descendants().map(child -> "" + child.pid()))
                .toArray(String[]::new);
        new ProcessBuilder(command).start().waitFor();
    }

    /** It may be on its way back from the fault before. */
    private ProcessHandle process(String part) throws InterruptedException {
        long deadline = System.nanoTime() + PROCESS_PATIENCE.toNanos();
        while (stand.process(part).isEmpty()) {
            if (System.nanoTime() > deadline) throw new IllegalStateException(part + " does not come back");
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return stand.process(part).get();
    }
}
