/** First step: from bytes to text, front matter and a tree of content, whatever format they came in. */
package dev.postwire.enrich.read;
