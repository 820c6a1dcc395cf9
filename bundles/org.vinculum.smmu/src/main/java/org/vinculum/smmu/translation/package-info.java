/// The way of a transaction from its stream ID to its outcome: configuration, caches, walks and faults together.
package org.vinculum.smmu.translation;
