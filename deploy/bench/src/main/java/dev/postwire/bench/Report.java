package dev.postwire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a measurement's tables go: always printed, and into this module's README between their markers when asked. */
public final class Report {
    @Option(names = "--write", description = "Also write the tables into deploy/bench/README.md.")
    boolean write;

    /** @param section names the markers {@code <!-- section:begin -->} and {@code <!-- section:end -->} */
    public void publish(String section, String markdown, PrintWriter out) throws IOException {
        out.println(markdown);
        out.flush();
        if (!write) return;
        Path readme = Checkout.root().resolve("deploy/bench/README.md");
        Files.writeString(readme, replaced(Files.readString(readme), section, markdown));
    }

    static String replaced(String readme, String section, String markdown) {
        String begin = "<!-- " + section + ":begin -->";
        int start = readme.indexOf(begin);
        int end = readme.indexOf("<!-- " + section + ":end -->");
        if (start < 0 || end < start) throw new IllegalStateException("no markers for " + section + " in the README");
        return readme.substring(0, start + begin.length()) + "\n" + markdown.strip() + "\n" + readme.substring(end);
    }
}
