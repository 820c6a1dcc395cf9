/// The register frame: which word answers where, what may be written when, and what a write sets in motion.
package org.vinculum.smmu.register;
