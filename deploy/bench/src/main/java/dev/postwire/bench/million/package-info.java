/** A store of very many made-up posts: how it is filled, and how fast it answers then. */
package dev.postwire.bench.million;
