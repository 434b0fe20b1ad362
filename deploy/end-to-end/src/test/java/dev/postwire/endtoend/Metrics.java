package dev.postwire.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the three services export at one moment. */
record Metrics(Map<String, Double> series) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Metrics of(Stand stand) throws IOException, InterruptedException {
        Map<String, Double> series = new HashMap<>();
        for (String service : List.of("ingest", "enrich", "query")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stand.address(service) + "/q/metrics"))
                    .build();
            HTTP.send(request, BodyHandlers.ofString()).body().lines().forEach(line -> {
                if (line.startsWith("#") || line.isBlank()) return;
                int end = line.lastIndexOf(' ');
                series.merge(line.substring(0, end), Double.parseDouble(line.substring(end + 1)), Double::sum);
            });
        }
        return new Metrics(series);
    }

    /** Of all series of that name whose labels hold the text. */
    long sum(String name, String label) {
        return (long) series.entrySet().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().startsWith(name + "{"))
                .filter(each -> each.getKey().contains(label))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    long sum(String name) {
        return sum(name, "");
    }

    Set<String> names() {
        return series.keySet().stream()
                .map(each -> each.split("\\{")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
