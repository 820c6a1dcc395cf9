/// The player's service: it wires the plain classes of the packages below.
package org.vinculum.scenario;
