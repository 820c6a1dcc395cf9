/// What the guest wants of each of its streams, and how that gets into force on the physical SMMUs.
package org.vinculum.viommu.stream;
