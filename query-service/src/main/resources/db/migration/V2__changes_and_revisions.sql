-- Names this numbering of changes. A cursor holds it: numbers begin anew with a new database, and a cursor from before must be
-- refused and not point at something else.
ALTER TABLE change_counter
    ADD COLUMN epoch text NOT NULL DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 12);

-- The versions of a post before the one that stands, as many as postwire.revisions.kept says. Moved here by the statement before
-- the one that replaces them; gone with the post.
CREATE TABLE revision (
    post_id          text NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    revision         integer NOT NULL,
    -- Where it came from: an erasure that comes late takes what came in before it.
    origin_partition integer NOT NULL,
    origin_offset    bigint NOT NULL,
    received_at      timestamptz NOT NULL,
    stored_at        timestamptz NOT NULL,
    document         text NOT NULL,
    bodies           text NOT NULL,
    PRIMARY KEY (post_id, revision)
);

-- The same bytes posted again: once compaction has taken the record a post came from, they stand at the latest of these.
CREATE INDEX receipt_unchanged ON receipt (partition, current_offset, raw_offset) WHERE outcome = 'unchanged';
