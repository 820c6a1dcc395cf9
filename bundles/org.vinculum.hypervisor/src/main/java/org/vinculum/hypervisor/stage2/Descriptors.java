package org.vinculum.hypervisor.stage2;

import org.vinculum.smmu.spec.encoding.DeviceType;
import org.vinculum.smmu.spec.encoding.Shareability;
import org.vinculum.smmu.spec.encoding.Stage2Attribute;
import org.vinculum.smmu.spec.translation.Descriptor;
import org.vinculum.smmu.spec.translation.OutputAddress4K;
import org.vinculum.smmu.spec.translation.Stage2Leaf;

/// The entries of our tables (DDI 0487, D8.3.1): readable, writable and accessed, for RAM Normal write-back memory, inner
/// shareable; for everything else Device-nGnRE memory that nobody executes.
final class Descriptors {
    private static final long READ_WRITE = 0b11;
    private static final long WRITE_BACK = 0b11;
    private static final long EXECUTE_NEVER = 0b10;

    private Descriptors() {}

    /// Everything that maps RAM says, but where it is.
    static long ram() {
        return common(Shareability.INNER)
                | Stage2Leaf.MEMATTR.of(
                        Stage2Attribute.OUTER.of(WRITE_BACK)
                                | Stage2Attribute.INNER.of(WRITE_BACK));
    }

    /// Everything that maps something else says, but where it is.
    static long device() {
        return common(Shareability.OUTER)
                | Stage2Leaf.MEMATTR.of(Stage2Attribute.INNER.of(DeviceType.NGNRE.encoding()))
                | Stage2Leaf.XN.of(EXECUTE_NEVER);
    }

    private static long common(Shareability shareability) {
        return Descriptor.VALID.mask()
                | Stage2Leaf.S2AP.of(READ_WRITE)
                | Stage2Leaf.SH.of(shareability.encoding())
                | Stage2Leaf.AF.mask();
    }

    /// A block, or at the last level a page.
    ///
    /// @param attributes [#ram()] or [#device()], or what [#attributes] answered
    static long leaf(long attributes, long physical, int level) {
        long page = Descriptor.TABLE_OR_PAGE.of(level == TableShape.LAST_LEVEL);
        return attributes | page | physical;
    }

    static long table(long physical) {
        return Descriptor.VALID.mask() | Descriptor.TABLE_OR_PAGE.mask() | physical;
    }

    static boolean valid(long descriptor) {
        return Descriptor.VALID.isSet(descriptor);
    }

    static boolean isTable(long descriptor, int level) {
        return valid(descriptor)
                && level < TableShape.LAST_LEVEL
                && Descriptor.TABLE_OR_PAGE.isSet(descriptor);
    }

    /// Where a table, block or page is.
    static long address(long descriptor) {
        return OutputAddress4K.PAGE.inPlace(descriptor);
    }

    /// What a block says besides where it is.
    static long attributes(long block) {
        return block - address(block);
    }
}
