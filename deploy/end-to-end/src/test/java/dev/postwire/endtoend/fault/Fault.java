package dev.postwire.endtoend.fault;

import java.time.Duration;

/** One thing that goes wrong. */
sealed interface Fault {
    /** SIGKILL. */
    record Kill(String part) implements Fault {}

    /** SIGSTOP to the process and all below it, SIGCONT later. */
    record Freeze(String part, Duration lasting) implements Fault {}

    /** Every connection of a pair is reset. */
    record Cut(String link) implements Fault {}

    /** Nothing goes through between a pair, and nobody is told. */
    record Stall(String link, Duration lasting) implements Fault {}

    /** No byte is left on the disk of a part. */
    record FullDisk(String part, Duration lasting) implements Fault {}

    /** The wall clock of a process is wrong for a while. */
    record Jump(String part, Duration by, Duration lasting) implements Fault {}

    default String kind() {
        if (this instanceof Kill) return "kill";
        if (this instanceof Freeze) return "freeze";
        if (this instanceof Cut) return "cut";
        if (this instanceof Jump jump) return jump.by().isNegative() ? "clock-back" : "clock-ahead";
        return this instanceof Stall ? "stall" : "full-disk";
    }

    /** The part or link it is about. */
    default String where() {
        if (this instanceof Kill kill) return kill.part();
        if (this instanceof Freeze freeze) return freeze.part();
        if (this instanceof Cut cut) return cut.link();
        if (this instanceof Jump jump) return jump.part();
        return this instanceof Stall stall ? stall.link() : ((FullDisk) this).part();
    }

    /** How long it goes on before it is over. */
    default Duration lasting() {
        if (this instanceof Freeze freeze) return freeze.lasting();
        if (this instanceof Stall stall) return stall.lasting();
        if (this instanceof Jump jump) return jump.lasting();
        return this instanceof FullDisk full ? full.lasting() : Duration.ZERO;
    }
}
