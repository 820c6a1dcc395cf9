/// What the virtual SMMU says of itself, made of what the physical ones behind it say.
package org.vinculum.viommu.identification;
