/** Opens the store's own followers to measurements. */
package dev.postwire.query.store;
