package org.vinculum.viommu.register;

import java.util.SortedMap;
import org.vinculum.smmu.spec.register.Access;
import org.vinculum.smmu.spec.register.Page;
import org.vinculum.smmu.spec.register.Register;
import org.vinculum.smmu.spec.register.Registers;

/// The registers in a saved state, by their architectural names.
final class RegisterState {
    private RegisterState() {}

    static void save(RegisterPage page, SortedMap<String, Long> registers) {
        for (Register register : Registers.ALL) {
            if (part(register)) {
                registers.put(register.name(), page.read(register.offset(), register.size()));
            }
        }
    }

    /// Puts back what merely is kept as it was written; bits that the guest could not have written are dropped.
    static void restore(
            SortedMap<String, Long> registers, RegisterPage page, WritableBits writable) {
        for (Register register : Registers.ALL) {
            if (part(register) && register.access() == Access.READ_WRITE) {
                long value = registers.getOrDefault(register.name(), 0L);
                put(page, writable, register.offset(), value);
                if (register.size() == Long.BYTES) {
                    put(page, writable, register.offset() + Integer.BYTES, value >>> Integer.SIZE);
                }
            }
        }
    }

    private static void put(RegisterPage page, WritableBits writable, int offset, long value) {
        page.set(offset, (int) value & writable.ever(offset));
    }

    private static boolean part(Register register) {
        return register.count() == 1
                && (register.page() == Page.PAGE_0 || register.page() == Page.PAGE_1);
    }
}
