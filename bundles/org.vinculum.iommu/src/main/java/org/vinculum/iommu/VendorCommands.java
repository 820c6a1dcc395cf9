package org.vinculum.iommu;

import org.osgi.annotation.versioning.ConsumerType;

/// Commands that a vendor adds to the SMMUv3.
@ConsumerType
public interface VendorCommands {
    /// Executes one.
    ///
    /// @param word0 of the entry; bits 7:0 the opcode, 0x80 to 0x8f
    /// @param word1 of the entry
    /// @return false when it is illegal (CERROR_ILL)
    boolean execute(long word0, long word1);
}
