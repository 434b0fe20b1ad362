-- Lists, facets and tags are answered by the search index since V6; what follows one's changes reads tags from the document. What
-- is below was still written with every post and read by nothing.
DROP INDEX post_sorted_at;
DROP INDEX post_received_at;
DROP INDEX post_site;
DROP INDEX post_language;
DROP INDEX post_authors;
DROP TABLE post_tag;
