/// What stands behind and before a virtual IOMMU in a test.
package org.vinculum.tck.virtual;
