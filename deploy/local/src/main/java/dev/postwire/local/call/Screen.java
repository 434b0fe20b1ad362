package dev.postwire.local.call;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What the commands write on. Always UTF-8, as the posts are, whatever the locale says; bold only where the script has found a
 * terminal.
 */
public final class Screen {
    /** The property by which the script says which of {@code out} and {@code err} are terminals. */
    public static final String PROPERTY = "postwire.terminal";

    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean styled;

    private Screen(boolean styled) {
        this.styled = styled;
    }

    /** As standard output can. NO_COLOR is heeded, as everywhere. */
    public static Screen ofOutput() {
        return new Screen(isTerminal("out") && System.getenv("NO_COLOR") == null);
    }

    public static Screen plain() {
        return new Screen(false);
    }

    public static Screen styled() {
        return new Screen(true);
    }

    /** @param stream {@code out} or {@code err} */
    public static boolean isTerminal(String stream) {
        return System.getProperty(PROPERTY, "").contains(stream);
    }

    public static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    public static PrintStream err() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    public String bold(String text) {
        return styled ? BOLD + text + PLAIN : text;
    }

    public String dim(String text) {
        return styled ? DIM + text + PLAIN : text;
    }

    /** Text from outside on one line, without what a terminal would obey. */
    public static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\s]+", " ")
                .strip();
    }
}
