package org.vinculum.smmu.register;

import org.vinculum.smmu.vendor.VendorSide;

/// Where the architecture leaves registers to the implementation (IHI 0070, 6.2.1). Page 1 has no such place.
final class VendorAreas {
    private static final int SMALL = 0xe00;
    private static final int SMALL_END = 0xf00;
    private static final int LARGE = 0x1000;
    private static final int LARGE_END = 0x4000;

    private VendorAreas() {}

    static void place(RegisterFile file, VendorSide vendor) {
        place(file, vendor, SMALL, SMALL_END);
        place(file, vendor, LARGE, LARGE_END);
    }

    private static void place(RegisterFile file, VendorSide vendor, int start, int end) {
        for (int offset = start; offset < end; offset += Integer.BYTES) {
            file.place(offset, new VendorRegister(vendor, offset));
        }
    }

    private record VendorRegister(VendorSide vendor, int offset) implements Cell {
        @Override
        public int read() {
            return vendor.read(offset);
        }

        @Override
        public void write(int value) {
            vendor.write(offset, value);
        }
    }
}
