/// The register frame that the guest sees, with what guards each register and what a write of it causes.
package org.vinculum.viommu.register;
