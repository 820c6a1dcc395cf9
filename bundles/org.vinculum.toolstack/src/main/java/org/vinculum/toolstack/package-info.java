/// The toolstack's services: each wires one plain class of the packages below.
package org.vinculum.toolstack;
