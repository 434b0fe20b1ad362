package dev.postwire.local.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder as the site it is.
 *
 * @param within whether the folder is the site's content itself, not the site around it
 */
record Site(Generator generator, boolean within) {
    private static final long LARGEST_CONFIGURATION = 1024 * 1024;

    static final Site NONE = new Site(Generator.NONE, false);

    /** By what lies in it; of a folder that is a site's content by what lies around it. */
    static Site of(Path folder) throws IOException {
        Generator own = generator(folder);
        if (own != Generator.NONE) return new Site(own, false);
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.getParent() == null || absolute.getFileName() == null) return NONE;
        Generator around = generator(absolute.getParent());
        return around.isRoot(absolute.getFileName().toString()) ? new Site(around, true) : NONE;
    }

    /** The place in the folder as the place in the site's content, which is the same whichever of the two was given. */
    String relative(String place) {
        int slash = place.indexOf('/');
        boolean content = !within && slash > 0 && generator.isRoot(place.substring(0, slash));
        return content ? place.substring(slash + 1) : place;
    }

    /** What to say of the folder that it is of; empty where it is a folder like any other. */
    Optional<String> note() {
        if (generator == Generator.NONE) return Optional.empty();
        String where = within || generator.content().isEmpty()
                ? ""
                : ": its content is in " + String.join("/, ", generator.content()) + "/";
        return Optional.of(" is a site of " + generator.label() + where);
    }

    private static Generator generator(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        }
        return Generator.of(names, name -> text(folder.resolve(name)));
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > LARGEST_CONFIGURATION ? "" : Files.readString(file);
        } catch (IOException e) { // not readable as text: it tells nothing
            return "";
        }
    }
}
