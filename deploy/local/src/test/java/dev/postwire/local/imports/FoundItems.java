package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Remembers all that is found, a line each. */
final class FoundItems implements Finds {
    final List<Item> items = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    long bytes;

    @Override
    public void item(Item item) {
        items.add(item);
        lines.add(item.identity());
    }

    @Override
    public void note(String line) {
        lines.add("note " + line);
    }

    @Override
    public void passed(String place, String why) {
        lines.add("passed " + place + ": " + why);
    }

    @Override
    public void faulty(String place, String reason) {
        lines.add("faulty " + place + ": " + reason);
    }

    @Override
    public void read(long more) {
        bytes += more;
    }

    String said(int item) {
        Item.Body body = items.get(item).body();
        return new String(body.said(), UTF_8) + " " + new String(body.bytes(), UTF_8);
    }
}
