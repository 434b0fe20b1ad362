package dev.postwire.endtoend.fault;

import dev.postwire.endtoend.fault.Fault.Cut;
import dev.postwire.endtoend.fault.Fault.Freeze;
import dev.postwire.endtoend.fault.Fault.FullDisk;
import dev.postwire.endtoend.fault.Fault.Jump;
import dev.postwire.endtoend.fault.Fault.Kill;
import dev.postwire.endtoend.fault.Fault.Stall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong, in which order. All of it follows from these numbers, so a run can be had again; set each by a system property
 * {@code postwire.faults.NAME}.
 *
 * @param seed of the order of faults and of the posts; a new one where none is set
 * @param posts how many submissions are acknowledged while things break
 * @param serviceKills SIGKILLs of each of the six service processes
 * @param storeKills of the broker, and as many of PostgreSQL
 * @param freezes of each process
 * @param freezeSeconds how long each
 * @param cuts of each link
 * @param stalls of each link
 * @param stallSeconds how long each
 * @param fullDisks of the broker, and as many of PostgreSQL
 * @param jumps of each service's clock, by turns half an hour ahead and an hour back
 * @param minutes after which no further fault begins and the load ends where it is
 */
record Plan(
        long seed,
        int posts,
        int serviceKills,
        int storeKills,
        int freezes,
        int freezeSeconds,
        int cuts,
        int stalls,
        int stallSeconds,
        int fullDisks,
        int jumps,
        int minutes) {
    private static final int FULL_SECONDS = 5;
    private static final int JUMP_SECONDS = 5;
    private static final Duration BACK = Duration.ofHours(-1);
    /** A broker takes no record from more than an hour ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(30);

    /** The short form unless told otherwise. */
    static Plan fromProperties() {
        return new Plan(
                Long.getLong("postwire.faults.seed", System.nanoTime() & 0xFFFFFF),
                Integer.getInteger("postwire.faults.posts", 3_000),
                Integer.getInteger("postwire.faults.service-kills", 1),
                Integer.getInteger("postwire.faults.store-kills", 1),
                Integer.getInteger("postwire.faults.freezes", 0),
                Integer.getInteger("postwire.faults.freeze-seconds", 8),
                Integer.getInteger("postwire.faults.cuts", 1),
                Integer.getInteger("postwire.faults.stalls", 0),
                Integer.getInteger("postwire.faults.stall-seconds", 30),
                Integer.getInteger("postwire.faults.full-disks", 1),
                Integer.getInteger("postwire.faults.jumps", 0),
                Integer.getInteger("postwire.faults.minutes", 60));
    }

    /** In the order they happen. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (String service : FaultStand.SERVICES) {
            repeat(serviceKills, faults, new Kill(service));
            for (int i = 0; i < jumps; i++) {
                faults.add(new Jump(service, i % 2 == 0 ? BACK : AHEAD, Duration.ofSeconds(JUMP_SECONDS)));
            }
        }
        for (String store : FaultStand.STORES) {
            repeat(storeKills, faults, new Kill(store));
            repeat(fullDisks, faults, new FullDisk(store, Duration.ofSeconds(FULL_SECONDS)));
        }
        for (String part : FaultStand.parts()) {
            repeat(freezes, faults, new Freeze(part, Duration.ofSeconds(freezeSeconds)));
        }
        for (String link : FaultStand.LINKS) {
            repeat(cuts, faults, new Cut(link));
            repeat(stalls, faults, new Stall(link, Duration.ofSeconds(stallSeconds)));
        }
        Collections.shuffle(faults, new Random(seed));
        return faults;
    }

    private static void repeat(int times, List<Fault> faults, Fault fault) {
        faults.addAll(Collections.nCopies(times, fault));
    }
}
