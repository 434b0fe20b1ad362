/** One trace from the call that brought a post to the row that holds it, carried by the records' headers. */
package dev.postwire.platform.trace;
