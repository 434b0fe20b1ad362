/** The enrich service: raw posts in, one clean document each out. */
package dev.postwire.enrich;
