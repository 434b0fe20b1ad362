/** What a batch of records does to what is stored: which result wins, decided before a row is touched. Pure. */
package dev.postwire.query.change;
