package dev.postwire.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.call.ReadApi;
import dev.postwire.local.call.Screen;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.reading.Sheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one post on the terminal. */
@Command(name = "show", description = "Shows a post.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    /** The forms a post can be had in. */
    enum Form {
        JSON("application/json"),
        MARKDOWN("text/markdown"),
        HTML("text/html"),
        TEXT("text/plain");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private ServiceOptions services;

    @Parameters(paramLabel = "ID", description = "the post's id, as search and watch tell it")
    private String id;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES} (default: what is known about it, then its Markdown)")
    private Form form;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!id.matches("[A-Za-z0-9._~-]{1,128}")) throw new PartFailure("not an id of a post: " + Screen.line(id));
        Form asked = form == null ? Form.JSON : form;
        byte[] answer = new ReadApi(services.reading()).get("/v1/posts/" + id, Map.of(), asked.mediaType);
        var out = spec.commandLine().getOut();
        if (form == null) out.print(new Sheet(Screen.ofOutput()).text(new ObjectMapper().readTree(answer)));
        else out.println(new String(answer, StandardCharsets.UTF_8).stripTrailing());
        out.flush();
        return 0;
    }
}
