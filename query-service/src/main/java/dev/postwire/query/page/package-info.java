/** One post in the forms it can be read in, and which of them a reader wants. Pure. */
package dev.postwire.query.page;
