/** Third step: only markup that is safe in any page and means something in any reader. */
package dev.postwire.enrich.sanitise;
