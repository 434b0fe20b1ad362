/** What site generators add to Markdown, put into words, images, links and code that CommonMark knows. */
package dev.postwire.enrich.read.dialect;
