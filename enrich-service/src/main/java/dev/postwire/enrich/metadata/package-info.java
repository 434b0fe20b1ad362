/** Who wrote a post, when, and what it is called: from all that was said about it, in its page and around it. */
package dev.postwire.enrich.metadata;
