-- PostgreSQL 18, database locale builtin C.UTF-8. Everything here can be filled again from the topics, but for `revision`,
-- `stored_at` and the change numbers, which count what this database has seen.

-- One row for each post that is published now.
CREATE TABLE post (
    id               text PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND 128),
    event_id         text NOT NULL,
    -- Where the stored version came from. The next version must be later: by offset in the same partition, by received_at
    -- in another (an id changes its partition only when partitions are added).
    origin_partition integer NOT NULL,
    origin_offset    bigint NOT NULL,
    received_at      timestamptz NOT NULL,
    -- An array, because versions compare number by number: 0.10 comes after 0.9.
    enricher_version bigint[] NOT NULL,
    stored_at        timestamptz NOT NULL,
    revision         integer NOT NULL CHECK (revision >= 1),
    url              text,
    site             text,
    title            text,
    -- Lower case, for an author is looked for as people type.
    authors          text[] NOT NULL,
    language         text NOT NULL,
    published        timestamptz,
    -- What a list by date is sorted by: a post without a date stands where it came in.
    sorted_at        timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(published, received_at)) STORED,
    words            integer NOT NULL,
    text_sha256      bytea NOT NULL,
    simhash          bigint NOT NULL,
    -- The event's JSON as it came, in two halves, so that a list reads the small one only. Text and not jsonb: jsonb rewrites
    -- numbers and refuses \u0000, and unknown fields must come back as they were.
    document         text NOT NULL,
    bodies           text NOT NULL,
    search           tsvector NOT NULL
);
-- Lists by date and their keyset pages.
CREATE INDEX post_sorted_at ON post (sorted_at DESC, id DESC);
CREATE INDEX post_received_at ON post (received_at DESC, id DESC);
-- The same within one site or language. `en` means en-GB as well, so the index is on the first part of the tag.
CREATE INDEX post_site ON post (site, sorted_at DESC, id DESC) WHERE site IS NOT NULL;
CREATE INDEX post_language ON post (split_part(language, '-', 1), sorted_at DESC, id DESC);
CREATE INDEX post_authors ON post USING gin (authors);
CREATE INDEX post_search ON post USING gin (search);

-- The tags of each post, in the author's order.
CREATE TABLE post_tag (
    post_id  text NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    slug     text NOT NULL,
    label    text NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (post_id, slug)
);
-- Posts of a tag, and the count of posts of each tag, without a look at the table.
CREATE INDEX post_tag_slug ON post_tag (slug, post_id) INCLUDE (label);

-- What became of each raw record: the answer to a receipt. Written from the ledger, one row for each entry.
CREATE TABLE receipt (
    partition          integer NOT NULL,
    raw_offset         bigint NOT NULL,
    post_id            text NOT NULL,
    outcome            text NOT NULL CHECK (outcome IN ('enriched', 'unchanged', 'rejected', 'erased')),
    reason             text,
    detail             text,
    -- The raw offset of the version that is published once this record is; null where none is.
    current_offset     bigint,
    received_at        timestamptz NOT NULL,
    accounted_at       timestamptz NOT NULL,
    -- A later entry about the same record (a redrive) replaces an earlier one, a replay does not.
    ledger_offset      bigint NOT NULL,
    PRIMARY KEY (partition, raw_offset)
);
-- An erasure takes the details of what was rejected under that id with it.
CREATE INDEX receipt_rejected ON receipt (post_id) WHERE outcome = 'rejected';

-- Dead letters: what was rejected, and any record that broke its contract (reason unreadable-record). Never the bytes.
CREATE TABLE rejection (
    number           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The record that told us: what makes a replay harmless.
    topic            text NOT NULL,
    partition        integer NOT NULL,
    record_offset    bigint NOT NULL,
    -- The raw record; null where an unreadable record does not say.
    origin_partition integer,
    origin_offset    bigint,
    post_id          text,
    reason           text NOT NULL,
    detail           text NOT NULL,
    content_type     text,
    bytes            bigint NOT NULL,
    sha256           text NOT NULL,
    attempt          integer NOT NULL CHECK (attempt >= 1),
    received_at      timestamptz,
    rejected_at      timestamptz NOT NULL,
    UNIQUE (topic, partition, record_offset)
);
CREATE INDEX rejection_reason ON rejection (reason, number DESC);
CREATE INDEX rejection_origin ON rejection (origin_partition, origin_offset);
CREATE INDEX rejection_post ON rejection (post_id);

-- The latest erasure of each id. It stays when the id is posted again: an older version must not come back by a replay, and the
-- receipts from before it must say `erased`.
CREATE TABLE erasure (
    post_id          text PRIMARY KEY,
    origin_partition integer NOT NULL,
    origin_offset    bigint NOT NULL,
    received_at      timestamptz NOT NULL,
    erased_at        timestamptz NOT NULL
);

-- The last number given. One row: whoever updates it holds it until the commit, so the order of numbers is the order of commits,
-- without a gap. A sequence would give neither.
CREATE TABLE change_counter (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last_number bigint NOT NULL
);
INSERT INTO change_counter (last_number) VALUES (0);

-- The last change of each post, numbered in commit order. A table of its own and not a column of post, so that the counter is
-- held for a narrow insert only and not while documents are written: instances write side by side.
CREATE TABLE change (
    number  bigint PRIMARY KEY,
    post_id text NOT NULL UNIQUE,
    erased  boolean NOT NULL
);

-- How far each partition has been read. Updated first in the transaction that stores what was read, and only from the offset
-- the reader stands at: a reader that lost its partition finds another offset and is refused.
CREATE TABLE consumed (
    topic       text NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL CHECK (next_offset >= 0),
    updated_at  timestamptz NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- The words of a post: exact (`simple`) in any language and by their stem where PostgreSQL has a stemmer, the title above the
-- text. A tsvector holds 1 MB; where that is not enough the end of the text is left out rather than the post refused.
CREATE FUNCTION search_vector(stemmer regconfig, title text, body text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS
$$
DECLARE
    exact   CONSTANT regconfig := 'pg_catalog.simple';
    indexed text := body;
    heading CONSTANT text := left(title, 5000);
    -- Keeps the parts apart, so that no phrase is found across the end of one and the beginning of the next.
    seam    CONSTANT tsvector := '''¦'':20';
BEGIN
    LOOP
        BEGIN
            IF stemmer = exact THEN
                RETURN ts_delete(setweight(to_tsvector(exact, heading), 'A') || seam
                    || setweight(to_tsvector(exact, indexed), 'D'), '¦');
            END IF;
            RETURN ts_delete(setweight(to_tsvector(exact, heading), 'A') || seam
                || setweight(to_tsvector(stemmer, heading), 'A') || seam
                || setweight(to_tsvector(exact, indexed), 'D') || seam
                || setweight(to_tsvector(stemmer, indexed), 'D'), '¦');
        EXCEPTION WHEN program_limit_exceeded THEN
            indexed := left(indexed, length(indexed) / 2);
            IF indexed = '' THEN RETURN ''::tsvector; END IF;
        END;
    END LOOP;
END
$$;
