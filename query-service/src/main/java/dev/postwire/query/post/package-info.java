/** What the events say: the reading side's own records of them, held to the contract by their constructors. Pure. */
package dev.postwire.query.post;
