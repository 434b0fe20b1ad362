package dev.postwire.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRunTest {
    private static final Path FILE = Path.of("a.md");

    @TempDir
    Path folder;

    @Test
    void takesFilesByTheirSuffixAndLeavesTheReadme() throws IOException {
        for (String name : List.of("b.txt", "a.md", "README.md", "c.png", "d.JSON")) {
            Files.writeString(folder.resolve(name), "x");
        }

        List<String> names = SampleRun.files(folder)
                .map(file -> file.getFileName().toString())
                .toList();

        assertEquals(List.of("a.md", "b.txt", "d.JSON"), names);
    }

    @Test
    void showsWhatCameOut() throws IOException {
        String post = "{'title':'T','language':{'code':'en'},'published':'2014-05-25T18:59:37+02:00',"
                + "'tags':[{'slug':'python'},{'slug':'web'}],'stats':{'words':120}}";

        SampleResult result = SampleResult.stored(FILE, new ObjectMapper().readTree(post.replace('\'', '"')));

        assertEquals(new SampleResult("a.md", "T", "en", "2014-05-25", "python web", "120", "stored"), result);
    }

    @Test
    void showsWhyNothingCameOut() throws IOException {
        String receipt = "{\"state\":\"rejected\",\"reason\":\"not-text\"}";

        assertEquals(
                "rejected: not-text",
                SampleResult.notStored(FILE, new ObjectMapper().readTree(receipt))
                        .outcome());
    }
}
