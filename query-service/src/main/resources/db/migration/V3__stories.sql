-- Which posts are copies of one another, derived of post along the change numbers by one instance at a time. Nothing here slows
-- the writing of posts: no foreign key, no trigger. `version` is that of the method; another one begins anew.
CREATE TABLE story_progress (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version     integer NOT NULL,
    last_change bigint NOT NULL,
    -- The last number given in story.
    last_number bigint NOT NULL
);
INSERT INTO story_progress (version, last_change, last_number) VALUES (0, 0, 0);

-- What copies are looked up by. GIN holds a key and the rows that have it in a few bytes; without its list of what is pending
-- every look-up would be as fast as the first.
CREATE TABLE story_sketch (
    post_id text PRIMARY KEY,
    keys    integer[] NOT NULL
);
CREATE INDEX story_sketch_keys ON story_sketch USING gin (keys) WITH (fastupdate = off);

-- Verified copies, each pair in both directions.
CREATE TABLE story_link (
    post_id  text NOT NULL,
    other_id text NOT NULL,
    PRIMARY KEY (post_id, other_id)
);

-- The story of each post that has, or had, a copy; of all others it is their own id. Numbered in commit order, so that an index
-- follows it as it follows change.
CREATE TABLE story (
    post_id text PRIMARY KEY,
    story   text NOT NULL,
    number  bigint NOT NULL UNIQUE
);
CREATE INDEX story_members ON story (story);

-- See decision 19. Tables that grow all the time are made visible to index-only scans, and known to the planner, long before a
-- fifth of them is new, which is what PostgreSQL waits for by itself.
ALTER TABLE post SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE post_tag SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE receipt SET (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE change SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02);
