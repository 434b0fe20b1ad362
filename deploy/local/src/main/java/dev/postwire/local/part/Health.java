package dev.postwire.local.part;

/**
 * What one probe of a part found.
 *
 * @param ready it does its work now
 * @param live it need not be restarted: a part that is only waiting for another is live and not ready
 * @param detail one line on why not; empty when ready
 */
public record Health(boolean ready, boolean live, String detail) {

    public static Health up() {
        return new Health(true, true, "");
    }

    public static Health notReady(String detail) {
        return new Health(false, true, detail);
    }

    public static Health dead(String detail) {
        return new Health(false, false, detail);
    }
}
