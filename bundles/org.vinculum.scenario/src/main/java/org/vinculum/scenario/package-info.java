/// The services of player and recorder: they wire the plain classes of the packages below.
package org.vinculum.scenario;
