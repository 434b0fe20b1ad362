package dev.postwire.query.http;

import dev.postwire.query.store.ChangeEntry;
import dev.postwire.query.store.Changes.Slice;

/** The JSON of changes, put together from stored text. */
final class ChangeJson {
    private ChangeJson() {}

    static String list(Slice slice) {
        StringBuilder json = new StringBuilder("{\"changes\":[");
        String comma = "";
        for (ChangeEntry entry : slice.entries()) {
            json.append(comma).append("{\"number\":").append(entry.number());
            // An id is made of letters, digits and -._~ only.
            json.append(",\"id\":\"").append(entry.id()).append('"');
            if (entry.erased()) json.append(",\"erased\":true");
            entry.post().ifPresent(post -> json.append(",\"post\":").append(post.json()));
            json.append('}');
            comma = ",";
        }
        return json.append("],\"next\":\"").append(slice.next()).append("\"}").toString();
    }
}
