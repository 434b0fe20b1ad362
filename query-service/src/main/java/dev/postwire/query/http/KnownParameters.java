package dev.postwire.query.http;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.Problem.FieldError;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.query.search.Nearest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the address does not know, and names the one that was likely meant: a filter that is passed over in
 * silence gives a wrong answer that looks right. What an address knows is read from its method, so none can be forgotten.
 */
final class KnownParameters {
    private static final int LONGEST_NAME = 40;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) return;
        // A link to the page may have been shared by those who add parameters of their own, and it filters nothing.
        if (RootResource.class.equals(resource.getResourceClass())) return;
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        if (given.isEmpty()) return;
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::names);
        given.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(name, names);
                });
    }

    private static RuntimeException refusal(String name, Set<String> names) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        Optional<String> nearest = Nearest.of(name, names);
        String hint = nearest.map(meant -> "Did you mean " + meant + "?")
                .orElse(names.isEmpty() ? "This address takes none." : "Known are " + String.join(", ", names) + ".");
        String detail = "There is no parameter of this name here. " + hint;
        return Problem.of(ProblemCode.MALFORMED_PARAMETER, detail, List.of(FieldError.of(shown, detail)))
                .exception();
    }

    private static Set<String> names(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            name(parameter, parameter.getName()).ifPresent(names::add);
            if (parameter.isAnnotationPresent(BeanParam.class)) fields(parameter.getType(), names);
        }
        return names;
    }

    private static void fields(Class<?> type, Set<String> names) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                name(field, field.getName()).ifPresent(names::add);
                if (field.isAnnotationPresent(BeanParam.class)) fields(field.getType(), names);
            }
        }
    }

    private static Optional<String> name(AnnotatedElement element, String itself) {
        RestQuery rest = element.getAnnotation(RestQuery.class);
        if (rest != null) return Optional.of(rest.value().isEmpty() ? itself : rest.value());
        return Optional.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
