/// What a physical SMMU reports, told as an SMMU without stage 2 would.
package org.vinculum.viommu.event;
