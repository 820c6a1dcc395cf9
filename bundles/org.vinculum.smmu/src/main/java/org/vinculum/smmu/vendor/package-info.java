/// What a vendor adds to an SMMU, kept from harming the rest of it.
package org.vinculum.smmu.vendor;
