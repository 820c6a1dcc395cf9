package org.vinculum.itests.machines.isolation;

import org.vinculum.iommu.IommuModel;

/// What one SMMU says of itself: the same for ever, whoever stands there.
final class Shown {
    private static final int REGISTERS = 7;

    private final IommuModel place;
    private final long[] first = new long[REGISTERS];

    Shown(IommuModel place) {
        this.place = place;
        for (int i = 0; i < REGISTERS; i++) {
            first[i] = idr(i);
        }
    }

    /// IDR0 to IDR5 lie in a row, IDR6 apart (IHI 0070, 6.3).
    private long idr(int number) {
        return place.read(number == 6 ? 0x190 : 4L * number, Integer.BYTES);
    }

    /// @return null when nothing has changed
    String breach() {
        for (int i = 0; i < REGISTERS; i++) {
            if (idr(i) != first[i]) {
                return "IDR%d was 0x%x and is 0x%x".formatted(i, first[i], idr(i));
            }
        }
        return null;
    }
}
