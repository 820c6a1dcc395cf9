package org.vinculum.smmu.translation;

/// A memory type as the text tells it (IHI 0070, 13.1.1): a kind of device memory, or what inner and outer caches do with
/// normal memory. The reference's own; the engine has another.
///
/// @param device 0 nGnRnE to 3 GRE; -1 of normal memory
record SlowType(int device, Half outer, Half inner) {
    private static final Half NONE = new Half(0, false, false, false);
    private static final Half FULL = new Half(2, true, true, false);

    static final SlowType INCOMING = new SlowType(-1, FULL, FULL);

    /// @param policy 0 non-cacheable, 1 write-through, 2 write-back
    record Half(int policy, boolean read, boolean write, boolean brief) {
        static Half ofMair(int bits) {
            if (bits == 4) {
                return NONE;
            }
            return new Half(
                    (bits & 4) != 0 ? 2 : 1, (bits & 2) != 0, (bits & 1) != 0, (bits & 8) == 0);
        }

        int mair() {
            if (policy == 0) {
                return 4;
            }
            boolean lasting = !brief || !read && !write;
            return (policy == 2 ? 4 : 0) | (lasting ? 8 : 0) | (read ? 2 : 0) | (write ? 1 : 0);
        }

        /// With the hints that are stronger: no allocation, transient.
        Half hinted(Half other) {
            return policy == 0 || other.policy == 0
                    ? this
                    : new Half(
                            policy, read && other.read, write && other.write, brief || other.brief);
        }

        Half configured(int allocation) {
            return policy == 0
                    ? this
                    : new Half(
                            policy,
                            (allocation & 4) != 0,
                            (allocation & 2) != 0,
                            (allocation & 1) != 0);
        }

        Half atMost(int other) {
            int least = Math.min(policy, other);
            return least == 0 ? NONE : new Half(least, read, write, brief);
        }
    }

    static SlowType ofMair(int bits) {
        return bits >> 4 == 0
                ? new SlowType(bits >> 2, null, null)
                : new SlowType(-1, Half.ofMair(bits >> 4), Half.ofMair(bits & 15));
    }

    /// Of MemAttr, as in STEs and stage 2 descriptors without FWB.
    static SlowType ofMemAttr(int bits) {
        int outer = bits >> 2;
        int inner = bits & 3;
        if (outer == 0) {
            return new SlowType(inner, null, null);
        }
        return inner == 0
                ? new SlowType(0, null, null)
                : new SlowType(
                        -1,
                        new Half(outer - 1, true, true, false),
                        new Half(inner - 1, true, true, false));
    }

    boolean isDevice() {
        return device >= 0;
    }

    SlowType configured(int allocation) {
        return isDevice() || allocation < 8
                ? this
                : new SlowType(-1, outer.configured(allocation), inner.configured(allocation));
    }

    SlowType hinted(SlowType other) {
        return isDevice() || other.isDevice()
                ? this
                : new SlowType(-1, outer.hinted(other.outer), inner.hinted(other.inner));
    }

    /// With what stage 2 says without FWB: the weaker memory, the own hints.
    SlowType combined(SlowType second) {
        if (isDevice() || second.isDevice()) {
            return isDevice() && (!second.isDevice() || device < second.device) ? this : second;
        }
        return new SlowType(
                -1, outer.atMost(second.outer.policy), inner.atMost(second.inner.policy));
    }

    /// With what stage 2 says with FWB.
    SlowType forced(int memAttr) {
        if ((memAttr & 4) == 0) {
            return combined(new SlowType(memAttr & 3, null, null));
        }
        return switch (memAttr & 3) {
            case 3 -> this;
            case 2 -> isDevice() ? INCOMING : new SlowType(-1, back(outer), back(inner));
            default -> isDevice() ? this : new SlowType(-1, NONE, NONE);
        };
    }

    private static Half back(Half half) {
        return half.policy == 0 ? FULL : new Half(2, half.read, half.write, half.brief);
    }

    /// As in MAIR_ELx, with a shareability in bits 9:8 that fits.
    int coded(int shareability) {
        if (isDevice()) {
            return device << 2 | 2 << 8;
        }
        boolean outerOnly = outer.policy == 0 && inner.policy == 0;
        int share = outerOnly ? 2 : shareability == 1 ? 0 : shareability;
        return outer.mair() << 4 | inner.mair() | share << 8;
    }

    /// Outer before inner before none.
    static int wider(int one, int other) {
        return one == 2 || other == 2 ? 2 : one == 3 || other == 3 ? 3 : 0;
    }
}
