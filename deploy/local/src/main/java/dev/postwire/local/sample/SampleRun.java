package dev.postwire.local.sample;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

public final class SampleRun {
    public SampleRun(Map<String, Integer> ports) {}

    public void run(Path folder, PrintWriter out) {}
}
