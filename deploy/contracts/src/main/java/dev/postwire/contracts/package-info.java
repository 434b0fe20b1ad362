/** The contract between the parts and with every subscriber, as files to test against; no type of any event. */
package dev.postwire.contracts;
