/** The read API over HTTP. Every call that reads runs on a worker thread; none holds one while it waits. */
package dev.postwire.query.http;
