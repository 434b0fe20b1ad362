package dev.postwire.local.audit;

/** What the ledger says became of a raw record; named as in the contract. */
enum Outcome {
    enriched,
    unchanged,
    rejected,
    erased
}
