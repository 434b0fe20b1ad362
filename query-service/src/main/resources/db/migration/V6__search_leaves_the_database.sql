-- Search is an index of each instance, derived from these tables: what PostgreSQL kept for it only slowed the writing.
DROP INDEX post_search;
ALTER TABLE post DROP COLUMN search;
DROP FUNCTION search_vector(regconfig, text, text);
