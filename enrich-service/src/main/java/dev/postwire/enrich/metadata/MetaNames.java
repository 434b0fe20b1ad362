package dev.postwire.enrich.metadata;

import dev.postwire.enrich.post.Claim.Field;
import java.util.Map;

/**
 * What the names of meta elements mean: those of Open Graph, Dublin Core, Highwire Press, Twitter, Parse.ly and Sailthru, and what
 * sites make up on their pattern. Case, hyphens, colons, points and underscores make no difference.
 */
final class MetaNames {
    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("ogtitle", Field.TITLE),
            Map.entry("twittertitle", Field.TITLE),
            Map.entry("dctitle", Field.TITLE),
            Map.entry("dctermstitle", Field.TITLE),
            Map.entry("citationtitle", Field.TITLE),
            Map.entry("parselytitle", Field.TITLE),
            Map.entry("sailthrutitle", Field.TITLE),
            Map.entry("ogurl", Field.URL),
            Map.entry("ogsitename", Field.SITE_NAME),
            Map.entry("applicationname", Field.SITE_NAME),
            Map.entry("ogdescription", Field.DESCRIPTION),
            Map.entry("description", Field.DESCRIPTION),
            Map.entry("dcdescription", Field.DESCRIPTION),
            Map.entry("twitterdescription", Field.DESCRIPTION),
            Map.entry("ogimage", Field.IMAGE),
            Map.entry("ogimageurl", Field.IMAGE),
            Map.entry("ogimagesecureurl", Field.IMAGE),
            Map.entry("twitterimage", Field.IMAGE),
            Map.entry("twitterimagesrc", Field.IMAGE),
            Map.entry("author", Field.AUTHOR),
            Map.entry("articleauthor", Field.AUTHOR),
            Map.entry("articleauthorname", Field.AUTHOR),
            Map.entry("bookauthor", Field.AUTHOR),
            Map.entry("dccreator", Field.AUTHOR),
            Map.entry("dctermscreator", Field.AUTHOR),
            Map.entry("dccontributor", Field.AUTHOR),
            Map.entry("citationauthor", Field.AUTHOR),
            Map.entry("parselyauthor", Field.AUTHOR),
            Map.entry("sailthruauthor", Field.AUTHOR),
            Map.entry("byl", Field.AUTHOR),
            Map.entry("date", Field.PUBLISHED),
            Map.entry("published", Field.PUBLISHED),
            Map.entry("releasedate", Field.PUBLISHED),
            Map.entry("articledate", Field.PUBLISHED),
            Map.entry("dcdate", Field.PUBLISHED),
            Map.entry("dctermsdate", Field.PUBLISHED),
            Map.entry("dcdatecreated", Field.PUBLISHED),
            Map.entry("dctermscreated", Field.PUBLISHED),
            Map.entry("dcdateissued", Field.PUBLISHED),
            Map.entry("dctermsissued", Field.PUBLISHED),
            Map.entry("dctermsavailable", Field.PUBLISHED),
            Map.entry("datepublished", Field.PUBLISHED),
            Map.entry("datecreated", Field.PUBLISHED),
            Map.entry("articlepublished", Field.PUBLISHED),
            Map.entry("pubdate", Field.PUBLISHED),
            Map.entry("articlecreated", Field.PUBLISHED),
            Map.entry("citationdate", Field.PUBLISHED),
            Map.entry("citationonlinedate", Field.PUBLISHED),
            Map.entry("parselypubdate", Field.PUBLISHED),
            Map.entry("sailthrudate", Field.PUBLISHED),
            Map.entry("datemodified", Field.UPDATED),
            Map.entry("dctermsmodified", Field.UPDATED),
            Map.entry("dcdatemodified", Field.UPDATED),
            Map.entry("lastmodified", Field.UPDATED),
            Map.entry("ogupdatedtime", Field.UPDATED),
            Map.entry("lastupdated", Field.UPDATED),
            Map.entry("revised", Field.UPDATED),
            Map.entry("keywords", Field.TAG),
            Map.entry("newskeywords", Field.TAG),
            Map.entry("articletag", Field.TAG),
            Map.entry("articlesection", Field.TAG),
            Map.entry("citationkeywords", Field.TAG),
            Map.entry("parselytags", Field.TAG),
            Map.entry("parselysection", Field.TAG),
            Map.entry("sailthrutags", Field.TAG),
            Map.entry("ogvideotag", Field.TAG),
            Map.entry("oglocale", Field.LANGUAGE),
            Map.entry("language", Field.LANGUAGE),
            Map.entry("dclanguage", Field.LANGUAGE),
            Map.entry("contentlanguage", Field.LANGUAGE));

    private static final int LONGEST = 60;

    private MetaNames() {}

    /** Null where the name means nothing to us. */
    static Field field(String name) {
        if (name.isEmpty() || name.length() > LONGEST) return null;
        String plain = plain(name);
        Field field = FIELDS.get(plain);
        if (field != null) return field;
        boolean time = plain.endsWith("date") || plain.endsWith("time") || plain.endsWith("at") || plain.endsWith("on");
        if (!time) return null;
        if (plain.contains("publish") || plain.contains("publication")) return Field.PUBLISHED;
        return plain.contains("modified") || plain.contains("lastupdate") ? Field.UPDATED : null;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z') plain.append(c);
            else if (c >= 'A' && c <= 'Z') plain.append((char) (c | ' '));
        }
        return plain.toString();
    }
}
