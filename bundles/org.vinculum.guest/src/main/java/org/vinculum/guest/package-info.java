/// Guests to test and measure with.
package org.vinculum.guest;
