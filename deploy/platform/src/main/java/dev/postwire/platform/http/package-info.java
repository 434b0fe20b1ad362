/** How every service answers what it cannot do: one problem shape with stable codes. */
package dev.postwire.platform.http;
