/** Erases a post and proves that no topic, table or file that is kept holds its bytes; shares no code with the services. */
package dev.postwire.local.erase;
