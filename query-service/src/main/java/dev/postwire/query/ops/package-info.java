/** What an operator sees of this service, and what stops a wrong start. */
package dev.postwire.query.ops;
