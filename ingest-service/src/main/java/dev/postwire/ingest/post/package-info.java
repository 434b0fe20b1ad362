/** What a submission is: its id, its content type, what is said around its body, and when it is refused. */
package dev.postwire.ingest.post;
