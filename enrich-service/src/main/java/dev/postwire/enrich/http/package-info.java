/** The preview: what enriching would give, without publishing it. */
package dev.postwire.enrich.http;
