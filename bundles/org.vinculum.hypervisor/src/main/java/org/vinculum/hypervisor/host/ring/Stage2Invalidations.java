package org.vinculum.hypervisor.host.ring;

import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.TlbiNhAll;
import org.vinculum.smmu.spec.command.TlbiS12Vmall;
import org.vinculum.smmu.spec.command.TlbiS2Ipa;
import org.vinculum.smmu.spec.command.TlbiScope;

/// Has the SMMU forget translations of a domain's stage 2, whose pages are of 4 KiB.
public final class Stage2Invalidations {
    private static final int PAGE_SHIFT = 12;
    private static final int GRANULE_4K = 1;

    /// Single pages up to which it is worth while to keep the others.
    private static final int MOST_PAGES = 8;

    private final boolean ranges;

    public Stage2Invalidations(Identity identity) {
        ranges = identity.rangeInvalidation();
    }

    /// Adds what everything of a VMID takes: one command.
    public void all(CommandRing ring, int vmid) {
        ring.append(Command.OPCODE.of(TlbiS12Vmall.NUMBER) | TlbiS12Vmall.VMID.of(vmid), 0);
    }

    /// Adds what a part takes: at most 9 commands. Combined translations of both stages go too, all of them, because they
    /// are not found by IPA (IHI 0070, 4.4.3.1).
    ///
    /// @param ipa a multiple of the page size, as `size` is
    public void part(CommandRing ring, int vmid, long ipa, long size) {
        long pages = size >>> PAGE_SHIFT;
        if (ranges && encodable(pages)) {
            range(ring, vmid, ipa, pages);
        } else if (pages <= MOST_PAGES) {
            for (long i = 0; i < pages; i++) {
                page(ring, vmid, ipa + (i << PAGE_SHIFT));
            }
        } else {
            all(ring, vmid);
            return;
        }
        ring.append(Command.OPCODE.of(TlbiNhAll.NUMBER) | TlbiNhAll.VMID.of(vmid), 0);
    }

    /// Whether one command says it: up to 32 times a power of two, and more than one page.
    private static boolean encodable(long pages) {
        return pages > 1 && pages >>> Long.numberOfTrailingZeros(pages) <= TlbiScope.NUM.highest();
    }

    private static void range(CommandRing ring, int vmid, long ipa, long pages) {
        int scale = Long.numberOfTrailingZeros(pages);
        long num = (pages >>> scale) - 1;
        ring.append(
                start(vmid) | TlbiScope.NUM.of(num) | TlbiScope.SCALE.of(scale),
                TlbiScope.TG.of(GRANULE_4K) | TlbiS2Ipa.ADDRESS.inPlace(ipa));
    }

    private static void page(CommandRing ring, int vmid, long ipa) {
        ring.append(start(vmid), TlbiS2Ipa.ADDRESS.inPlace(ipa));
    }

    private static long start(int vmid) {
        return Command.OPCODE.of(TlbiS2Ipa.NUMBER) | TlbiS2Ipa.VMID.of(vmid);
    }
}
