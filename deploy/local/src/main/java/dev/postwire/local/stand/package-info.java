/** A stand: one folder, its ports and settings, what runs in it, and the record of that on disk. */
package dev.postwire.local.stand;
