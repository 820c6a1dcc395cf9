/// Measures a machine with many SMMUs, guests and streams in one process.
package org.vinculum.guest.scale;
