/// A place with memory, lines and devices, and models that fail as they are told.
package org.vinculum.swap.fake;
