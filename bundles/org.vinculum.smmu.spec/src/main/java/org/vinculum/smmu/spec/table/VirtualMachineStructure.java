package org.vinculum.smmu.spec.table;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// VMS, what the streams of one virtual machine share (IHI 0070, 5.6): PARTID_MAP, in the first 64 of its 4,096 bytes. The
/// others are RES0.
///
/// @param words the first 8
public record VirtualMachineStructure(Words words) {
    /// Bytes of a structure, and its alignment.
    public static final int SIZE = 4096;

    /// Entries of PARTID_MAP.
    public static final int PARTIDS = 32;

    /// @throws IllegalArgumentException unless there are 8 words
    public VirtualMachineStructure {
        if (words.size() * Long.SIZE != PARTIDS * Short.SIZE) {
            throw new IllegalArgumentException("PARTID_MAP has 8 words: " + words);
        }
    }

    /// One entry of PARTID_MAP: the physical PARTID for a virtual one.
    ///
    /// @param virtual 0 to 31
    public static Bits partid(int virtual) {
        return bits(Short.SIZE * virtual + Short.SIZE - 1, Short.SIZE * virtual);
    }

    /// @param virtual CD.PARTID, 0 to 31
    /// @throws IllegalArgumentException when the map has no such entry
    public int physicalPartid(int virtual) {
        return (int) partid(virtual).get(words);
    }
}
