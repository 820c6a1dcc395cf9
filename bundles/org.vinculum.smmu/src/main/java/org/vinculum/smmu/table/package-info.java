/// What stream table entries and context descriptors decide, decoded once (IHI 0070, 5).
package org.vinculum.smmu.table;
