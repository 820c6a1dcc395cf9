/// An SMMUv3 as software drives it: the offsets, bits and entries that IHI 0070 prints, written down a second time.
package org.vinculum.tck.smmu;
