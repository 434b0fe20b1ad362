package dev.postwire.bench.follow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a service says of itself at {@code /q/metrics}. */
record Gauge(double heapBytes, double cpuSeconds, double threads) {
    static Gauge read(HttpClient client, URI service) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/q/metrics")).build();
        String text = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return new Gauge(
                sum(text, "jvm_memory_used_bytes{area=\"heap\""),
                sum(text, "process_cpu_time_ns_total") / 1e9,
                sum(text, "jvm_threads_live_threads"));
    }

    private static double sum(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
