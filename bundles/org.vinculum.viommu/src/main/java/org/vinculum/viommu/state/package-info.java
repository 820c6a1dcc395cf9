/// Taking the state of a virtual SMMU out and putting it into another.
package org.vinculum.viommu.state;
