package dev.postwire.platform.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** Which methods an address takes: what a 405 must say in {@code Allow} (RFC 9110, 15.5.6), and the framework leaves out. */
final class AllowedMethods {
    /** A variable in a path: {@code {id}}, or {@code {id: [a-z]+}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}:]+(?::([^{}]+))?\\}");

    private static final String ANY = "[^/]+";

    private AllowedMethods() {}

    /** In alphabetical order. */
    static Set<String> of(String path) {
        Set<String> methods = new TreeSet<>();
        Deployment deployment = ResteasyReactiveRecorder.getCurrentDeployment();
        String asked = bare(path);
        RuntimeResourceVisitor.visitRuntimeResources(
                deployment.getPrefix(), deployment.getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String template, RuntimeResource resource) {
                        if (method != null && matches(template, asked)) methods.add(method);
                    }
                });
        if (methods.contains("GET")) methods.add("HEAD");
        methods.add("OPTIONS");
        return methods;
    }

    static boolean matches(String template, String path) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(bare(template));
        int end = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(bare(template).substring(end, variable.start())));
            pattern.append(
                    variable.group(1) == null ? ANY : "(?:" + variable.group(1).strip() + ")");
            end = variable.end();
        }
        pattern.append(Pattern.quote(bare(template).substring(end)));
        return Pattern.matches(pattern.toString(), path);
    }

    /** Without slashes at its ends. */
    private static String bare(String path) {
        int from = path.startsWith("/") ? 1 : 0;
        int to = path.length() > from && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(from, to);
    }
}
