/** Which posts tell the same story nearly word for word, and which of them tells it best. Pure. */
package dev.postwire.query.story;
