package dev.postwire.ingest.post;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Query parameters that tell where a reader came from and never which page it is. */
final class TrackingParameters {
    private static final List<String> PREFIXES =
            List.of("utm_", "_ga_", "_hs", "__hs", "hsa_", "mtm_", "matomo_", "pk_", "piwik_");
    private static final Set<String> NAMES = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "gbraid",
            "wbraid",
            "dclid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "vero_id",
            "srsltid",
            "_ga",
            "_gac",
            "_gl",
            "gad_source",
            "gad_campaignid",
            "li_fat_id",
            "ysclid",
            "_openstat",
            "oly_anon_id",
            "oly_enc_id",
            "wickedid",
            "rb_clickid",
            "irclickid",
            "epik",
            "ml_subscriber",
            "ml_subscriber_hash",
            "hsctatracking",
            "fb_action_ids",
            "fb_action_types",
            "fb_source",
            "fb_ref",
            "__twitter_impression",
            "_branch_match_id",
            "_kx",
            "s_kwcid",
            "ef_id",
            "guccounter");

    private TrackingParameters() {}

    /** The query without them, the others as they are and in their order. */
    static String remove(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> !tracks(parameter))
                .collect(Collectors.joining("&"));
    }

    private static boolean tracks(String parameter) {
        int end = parameter.indexOf('=');
        String name = (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
