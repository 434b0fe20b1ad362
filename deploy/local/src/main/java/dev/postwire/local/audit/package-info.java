/** Proves from the topics and the tables alone that every receipt is accounted for once; shares no code with the services. */
package dev.postwire.local.audit;
