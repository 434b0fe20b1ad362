package dev.postwire.local.imports;

/** An item on its way: done once the last of its posts is. A post is a parcel of one, a feed one of its entries. Thread-safe. */
final class Parcel {
    private final Item item;
    private final Journal.Meeting meeting;
    private final long bytes;
    private int left = 1;
    private boolean failed;

    /** @param bytes of the sources that this parcel stands for, in the progress that is shown */
    Parcel(Item item, Journal.Meeting meeting, long bytes) {
        this.item = item;
        this.meeting = meeting;
        this.bytes = bytes;
    }

    Item item() {
        return item;
    }

    Journal.Meeting meeting() {
        return meeting;
    }

    long bytes() {
        return bytes;
    }

    /** One more post is waited for; of the parcel itself there is one from the start, until all of it is sent. */
    synchronized void expect() {
        left++;
    }

    /** One post, or the sending, is over; true for the last. */
    synchronized boolean over(boolean well) {
        failed |= !well;
        return --left == 0;
    }

    synchronized boolean wentWell() {
        return !failed;
    }
}
