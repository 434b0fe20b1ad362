/** A real browser, driven over its own protocol. */
package dev.postwire.endtoend.browser;
