/// The SMMUv3 that a guest sees, over the physical SMMUs behind it.
package org.vinculum.viommu;
