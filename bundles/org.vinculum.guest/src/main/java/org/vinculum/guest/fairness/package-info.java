/// Measures what guests that flood their virtual SMMU do to one that behaves well.
package org.vinculum.guest.fairness;
