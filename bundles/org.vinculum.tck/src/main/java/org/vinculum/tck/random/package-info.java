/// Cases drawn at random, the same for the same seed.
package org.vinculum.tck.random;
