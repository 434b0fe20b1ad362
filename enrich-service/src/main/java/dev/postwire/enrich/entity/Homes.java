package dev.postwire.enrich.entity;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses at which software is at home: forges and package registries. Stateless. */
final class Homes {
    private static final WordList FORGES =
            WordList.of("bitbucket.org code.google.com codeberg.org github.com gitlab.com");

    /** The folder under which a registry has its packages. */
    private static final Map<String, Set<String>> REGISTRIES = Map.of(
            "pypi.org", Set.of("project"),
            "pypi.python.org", Set.of("pypi"),
            "npmjs.com", Set.of("package"),
            "npmjs.org", Set.of("package"),
            "crates.io", Set.of("crates"),
            "rubygems.org", Set.of("gems"),
            "hackage.haskell.org", Set.of("package"),
            "packagist.org", Set.of("packages"),
            "sourceforge.net", Set.of("projects"),
            "docs.rs", Set.of("crate"));

    /** What a forge has of its own at the place of an owner. */
    private static final WordList NO_OWNERS =
            WordList.of("about blog explore features marketplace orgs settings sponsors topics users");

    /** {@code r48098}: a change to software, and none itself. */
    private static final Pattern REVISION = Pattern.compile("r\\d{2,}|[0-9a-f]{7,40}");

    private Homes() {}

    /** The name of the software whose home it is; empty where it is no such home. */
    static String software(String url) {
        int host = url.indexOf("://");
        if (host < 0) return "";
        String[] parts = url.substring(host + 3).split("[/?#]", 5);
        if (parts.length < 3) return "";
        String name = parts[0].startsWith("www.") ? parts[0].substring(4) : parts[0];
        boolean forge =
                FORGES.contains(name) && !NO_OWNERS.contains(parts[1]) && (parts.length == 3 || parts[3].isEmpty());
        Set<String> folders = REGISTRIES.get(name);
        boolean registry = folders != null && folders.contains(parts[1]);
        if (!forge && !registry || REVISION.matcher(parts[2]).matches()) return "";
        return parts[2].endsWith(".git") ? parts[2].substring(0, parts[2].length() - 4) : parts[2];
    }
}
