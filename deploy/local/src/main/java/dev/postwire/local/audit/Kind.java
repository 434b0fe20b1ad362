package dev.postwire.local.audit;

import java.util.Locale;

/** What can be wrong. The names are stable: programs read them. */
public enum Kind {
    /** A raw record that the enricher is past has no ledger entry. */
    UNACCOUNTED,
    ACCOUNTED_TWICE,
    /** An entry, result or dead letter is about a raw record that never was, or is gone without a newer one of its id. */
    RAW_RECORD_MISSING,
    /** An entry is under another id than its raw record, or says another outcome than that allows. */
    ENTRY_DIFFERS,
    /**
     * An entry names another version as published than the one that is once the entry is: one that never was, one that was replaced
     * or erased before, or none where one stands. Or it says unchanged where nothing stands or what stands was made of other bytes.
     */
    CURRENT_DIFFERS,
    /** An entry says enriched, and there is no such record nor a later one of its id. */
    ENRICHED_MISSING,
    ENRICHED_TWICE,
    /** The raw bytes that a record says it was made of are not those of the raw record. */
    ENRICHED_BYTES_DIFFER,
    /** A record on the enriched topic that no entry speaks of. */
    ENRICHED_UNACCOUNTED,
    TOMBSTONE_MISSING,
    REJECTED_MISSING,
    REJECTED_TWICE,
    REJECTED_UNACCOUNTED,
    /** The dead letter's bytes are not those of the raw record. */
    REJECTED_BYTES_DIFFER,
    /** An older result of an id stands behind a newer one. */
    OUT_OF_ORDER,
    /** A record that its own place contradicts, or that cannot be read. */
    RECORD_BROKEN,
    ROW_MISSING,
    /** A row without a record. */
    ROW_UNACCOUNTED,
    /** The row is not the newest record's: origin, text, bodies, any field of the document, or revision. */
    ROW_DIFFERS,
    /** A version kept beside a post has another text or origin than its own document says, or is no older than the post. */
    REVISION_DIFFERS,
    ERASED_BUT_STORED,
    ERASURE_MISSING,
    RECEIPT_MISSING,
    RECEIPT_UNACCOUNTED,
    /** The receipt has another id, outcome, entry or published version than the ledger. */
    RECEIPT_DIFFERS,
    REJECTION_ROW_MISSING,
    REJECTION_ROW_UNACCOUNTED,
    /** A row has no number among the changes, so that who follows them never hears of it. */
    CHANGE_MISSING,
    /** A change says that a post stands which has no row, or that one was erased which no erasure names. */
    CHANGE_UNACCOUNTED,
    /** A consumed offset is beyond the end of its topic. */
    OFFSET_AHEAD;

    /** As it is written. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
