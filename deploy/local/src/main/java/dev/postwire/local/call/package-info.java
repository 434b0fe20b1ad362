/** How the commands call the services: where they are, by which key, and what an answer that refuses means. */
package dev.postwire.local.call;
