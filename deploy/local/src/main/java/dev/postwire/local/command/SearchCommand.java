package dev.postwire.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.call.ReadApi;
import dev.postwire.local.call.Screen;
import dev.postwire.local.reading.Hits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches on the terminal what the read API finds. */
@Command(
        name = "search",
        description = {
            "Finds posts: all words are wanted and none is required, best match first.",
            "\"a phrase\" and +word are required, a OR b is either; title:word, author:name, site:host. -word is excluded, after"
                    + " a --: postwire search -- conference -travel"
        },
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions services;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "what to look for; none: the newest posts")
    private List<String> words = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "only posts with this tag; repeatable: all of them")
    private List<String> tags = List.of();

    @Option(names = "--language", paramLabel = "CODE", description = "only posts in this language, e.g. en")
    private String language;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "how many, up to 100 (default: 10)")
    private int limit;

    @Option(names = "--json", description = "the answer as the read API gives it")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        byte[] answer = new ReadApi(services.reading()).get("/v1/posts", parameters(), "application/json");
        var out = spec.commandLine().getOut();
        if (json) out.println(new String(answer, StandardCharsets.UTF_8));
        else out.print(new Hits(Screen.ofOutput()).text(new ObjectMapper().readTree(answer)));
        out.flush();
        return 0;
    }

    private Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!words.isEmpty())
            parameters.put(
                    "q",
                    List.of(String.join(
                            " ", words.stream().map(SearchCommand::quoted).toList())));
        parameters.put("tag", tags);
        if (language != null) parameters.put("language", List.of(language));
        parameters.put("limit", List.of(Integer.toString(limit)));
        parameters.put("highlight", List.of("true"));
        return parameters;
    }

    /** What the shell has kept together was a phrase to whoever typed it. */
    private static String quoted(String word) {
        boolean plain = word.indexOf(' ') < 0 || word.indexOf('"') >= 0 || word.indexOf(':') >= 0;
        return plain ? word : '"' + word + '"';
    }
}
