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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the address does not know, and names the one that was likely meant, and one of which only the first
 * value would be read: a filter that is passed over in silence gives a wrong answer that looks right. What an address knows is read
 * from its method, so none can be forgotten.
 */
final class KnownParameters {
    private static final int LONGEST_NAME = 40;

    /** Whether it may be given several times, by its name. */
    private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) return;
        // A link to the page may have been shared by those who add parameters of their own, and it filters nothing.
        if (RootResource.class.equals(resource.getResourceClass())) return;
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) return;
        SortedMap<String, Boolean> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::names);
        new TreeMap<>(given).forEach((name, values) -> {
            if (!names.containsKey(name)) throw unknown(name, names.keySet());
            if (!names.get(name) && Set.copyOf(values).size() > 1) throw refusal(name, "It can be given once only.");
        });
    }

    private static RuntimeException unknown(String name, Set<String> names) {
        Optional<String> nearest = Nearest.of(name, names);
        String hint = nearest.map(meant -> "Did you mean " + meant + "?")
                .orElse(names.isEmpty() ? "This address takes none." : "Known are " + String.join(", ", names) + ".");
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        return refusal(shown, "There is no parameter of this name here. " + hint);
    }

    private static RuntimeException refusal(String shown, String detail) {
        return Problem.of(ProblemCode.MALFORMED_PARAMETER, detail, List.of(FieldError.of(shown, detail)))
                .exception();
    }

    private static SortedMap<String, Boolean> names(Method method) {
        SortedMap<String, Boolean> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            boolean several = Collection.class.isAssignableFrom(parameter.getType());
            name(parameter, parameter.getName()).ifPresent(name -> names.put(name, several));
            if (parameter.isAnnotationPresent(BeanParam.class)) fields(parameter.getType(), names);
        }
        return names;
    }

    private static void fields(Class<?> type, Map<String, Boolean> names) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                boolean several = Collection.class.isAssignableFrom(field.getType());
                name(field, field.getName()).ifPresent(name -> names.put(name, several));
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
