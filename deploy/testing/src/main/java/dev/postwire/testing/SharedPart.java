package dev.postwire.testing;

/**
 * What a test may do to the broker or the database it shares with all tests of its JVM. Address and data stay the same
 * over {@link #kill}, {@link #stop} and {@link #start}.
 *
 * <p>Public because it is a management interface: tests and test resources live in different class loaders under Quarkus,
 * and the JVM's MBean server is the place that all of them see.
 */
public interface SharedPart {
    /** Host and port. */
    String getAddress();

    String getUsername();

    String getPassword();

    /** Starts it again and returns when it is ready; does nothing when it runs. */
    void start();

    /** Stops it in order. */
    void stop();

    /** Ends it as a crash would. */
    void kill();
}
