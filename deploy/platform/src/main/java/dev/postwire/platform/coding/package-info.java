/** Bodies that are packed for their way: what the services that take posts unpack, within bounds. */
package dev.postwire.platform.coding;
