package dev.postwire.bench.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Texts of several languages out of one package. The same package gives the same lines in the same order. */
interface Source {
    /** What its files are called by. */
    String name();

    /** Where it stands in the folder of packages. */
    Path in(Path packages);

    /** For each language its paragraphs, a line each. */
    Map<String, List<String>> texts(Path found) throws IOException;
}
