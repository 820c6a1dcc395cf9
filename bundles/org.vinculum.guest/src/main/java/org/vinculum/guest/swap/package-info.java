/// Measures for how long traffic waits while another model takes over under it.
package org.vinculum.guest.swap;
