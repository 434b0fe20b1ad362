package dev.postwire.platform.security;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the program of keys is asked to do. */
sealed interface KeyOrder {
    String USAGE = "usage: key issue --role publisher|reader|operator [--role …] [--namespace PREFIX|*] [--name NAME]"
            + " [--expires 90d]\n       key list\n       key revoke ID";

    /**
     * @param namespace empty for any id
     * @param name empty where the key's id will be its name
     * @param lasts zero where it lasts until it is revoked
     */
    record Issue(Set<Role> roles, String namespace, String name, Duration lasts) implements KeyOrder {}

    record Inventory() implements KeyOrder {}

    record Revoke(String id) implements KeyOrder {}

    /** @throws IllegalArgumentException saying what is wrong */
    static KeyOrder read(List<String> arguments) {
        if (arguments.isEmpty()) throw new IllegalArgumentException("nothing is asked");
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "issue" -> Options.issue(rest);
            case "list" -> {
                if (!rest.isEmpty()) throw new IllegalArgumentException("list takes nothing further");
                yield new Inventory();
            }
            case "revoke" -> {
                if (rest.size() != 1) throw new IllegalArgumentException("revoke takes the id of one key");
                yield new Revoke(rest.get(0));
            }
            default -> throw new IllegalArgumentException("no such thing to do: " + arguments.get(0));
        };
    }

    /** The options of {@code issue}. */
    final class Options {
        private static final Pattern LASTS = Pattern.compile("(\\d{1,6})([mhd])");

        private Options() {}

        private static Issue issue(List<String> options) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            String namespace = null;
            String name = "";
            Duration lasts = Duration.ZERO;
            for (Iterator<String> rest = options.iterator(); rest.hasNext(); ) {
                String option = rest.next();
                if (!rest.hasNext()) throw new IllegalArgumentException(option + " needs a value");
                String value = rest.next();
                switch (option) {
                    case "--role" -> roles.add(role(value));
                    case "--namespace" -> namespace = value;
                    case "--name" -> name = checked(AccessKey.NAME, value, "--name");
                    case "--expires" -> lasts = lasts(value);
                    default -> throw new IllegalArgumentException("no such option: " + option);
                }
            }
            if (roles.isEmpty()) throw new IllegalArgumentException("--role is missing");
            return new Issue(Set.copyOf(roles), namespace(roles, namespace), name, lasts);
        }

        /** Whoever may write any id is said to in so many words. */
        private static String namespace(Set<Role> roles, String said) {
            if (!roles.contains(Role.PUBLISHER)) {
                if (said != null) throw new IllegalArgumentException("--namespace is for the role publisher");
                return "";
            }
            if (said == null)
                throw new IllegalArgumentException("a publisher needs --namespace, e.g. blog. (* is any id)");
            return said.equals("*") ? "" : checked(AccessKey.NAMESPACE, said, "--namespace");
        }

        private static String checked(Pattern form, String value, String option) {
            if (!form.matcher(value).matches()) throw new IllegalArgumentException(option + " is of the form " + form);
            return value;
        }

        private static Role role(String value) {
            return Role.of(value).orElseThrow(() -> new IllegalArgumentException("no such role: " + value));
        }

        private static Duration lasts(String value) {
            Matcher matcher = LASTS.matcher(value);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
                throw new IllegalArgumentException("--expires is a number of days, hours or minutes, e.g. 90d");
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "d" -> Duration.ofDays(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofMinutes(number);
            };
        }
    }
}
