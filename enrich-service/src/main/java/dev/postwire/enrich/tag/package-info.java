/** What the post is about, each tag with its reason. */
package dev.postwire.enrich.tag;
