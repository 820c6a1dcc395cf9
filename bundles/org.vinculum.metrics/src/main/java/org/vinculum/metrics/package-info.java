/// Meters of the machines in operation, and where Prometheus reads them.
package org.vinculum.metrics;
