/// What is measured of a machine, by name.
package org.vinculum.metrics.meter;
