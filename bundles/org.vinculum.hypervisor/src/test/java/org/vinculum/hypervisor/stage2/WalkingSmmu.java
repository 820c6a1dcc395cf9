package org.vinculum.hypervisor.stage2;

import java.util.Map;
import org.vinculum.hypervisor.host.Stage2;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.translation.TranslationEngine;

/// A model of an SMMU, with all its caches, and one stream that stage 2 alone translates; driven by registers and raw words.
final class WalkingSmmu {
    private static final int LOG2_QUEUE = 6;
    private static final int FEW = 32;
    private static final int RANGES = 1 << 10;
    private static final int PRESENT = 0x1;
    private static final int STAGE_2_ONLY = 0xc;

    private final MachineMemory memory;
    private final IommuModel model;
    private final Outcome own = new Outcome();
    private final long stream;
    private final long commands;
    private int producer;

    WalkingSmmu(MachineMemory memory, String profile) {
        this(memory, profile, Map.of());
    }

    /// @param instead of the profile's identification registers
    WalkingSmmu(MachineMemory memory, String profile, Map<String, Long> instead) {
        this.memory = memory;
        this.stream = memory.allocate(0x1000, 0x1000);
        this.commands = memory.allocate(0x1000, 0x1000);
        long events = memory.allocate(0x1000, 0x1000);
        var surroundings = new IommuSurroundings(memory, _ -> {}, Endpoints.NONE);
        this.model = factory(profile).create(surroundings, instead);
        model.write(0x80, 8, stream);
        model.write(0x88, 4, 0);
        model.write(0x90, 8, commands | LOG2_QUEUE);
        model.write(0xa0, 8, events | 4);
        model.write(0x20, 4, 0xd);
    }

    static SmmuFactory factory(String name) {
        for (SmmuProfile profile : Profiles.all()) {
            if (profile.name().equals(name)) {
                return new SmmuFactory(profile, TranslationEngine.maker(CacheSizes.ORDINARY));
            }
        }
        throw new IllegalArgumentException(name);
    }

    Stage2Hardware hardware() {
        return new Stage2Hardware(
                "/smmu",
                new Idr0((int) model.read(0x0, 4)),
                new Idr3((int) model.read(0xc, 4)),
                new Idr5((int) model.read(0x14, 4)));
    }

    /// Has the stream translated by some tables, and forgets those before.
    void translateBy(Stage2 stage2) {
        put(stream + 8, 0);
        put(stream + 16, stage2.word2() | stage2.vmid());
        put(stream + 24, stage2.word3());
        put(stream, PRESENT | STAGE_2_ONLY);
        command(0x04, 31);
        command(0x28L | (long) stage2.vmid() << 32, 0);
        sync();
    }

    /// TLBI_S2_IPA, page by page for little and by range for much, where there are ranges; otherwise TLBI_S12_VMALL.
    void forget(int vmid, long ipa, long size) {
        long pages = size >>> 12;
        if (pages > FEW && (model.read(0xc, 4) & RANGES) == 0) {
            command(0x28L | (long) vmid << 32, 0);
            pages = 0;
        }
        for (long page = 0; page < pages; ) {
            int scale = 63 - Long.numberOfLeadingZeros(pages - page);
            forget(vmid, ipa + (page << 12), scale);
            page += 1L << scale;
        }
        sync();
    }

    private void forget(int vmid, long at, int scale) {
        boolean one = scale == 0 || (model.read(0xc, 4) & RANGES) == 0;
        long granule = one ? 0 : 1 << 10;
        long range = one ? 0 : (long) scale << 20;
        for (long page = 0; page < (one ? 1L << scale : 1); page++) {
            command(0x2aL | range | (long) vmid << 32, at + (page << 12) | granule);
        }
    }

    private void sync() {
        command(0x46, 0);
    }

    private void command(long word0, long word1) {
        long at = commands + 16L * (producer & 0x3f);
        put(at, word0);
        put(at + 8, word1);
        producer = producer + 1 & 0x7f;
        model.write(0x98, 4, producer);
        while (model.process(16)) {
            continue;
        }
        if (model.read(0x9c, 4) != producer) {
            throw new IllegalStateException("CONS 0x" + Long.toHexString(model.read(0x9c, 4)));
        }
    }

    private void put(long address, long value) {
        Ram ram = memory.ram(address);
        ram.setLongRelease(address - ram.start(), value);
    }

    /// As [IommuModel#translate].
    long translate(long ipa, int access) {
        return translate(ipa, access, own);
    }

    /// As [IommuModel#translate], for several threads.
    long translate(long ipa, int access, Outcome outcome) {
        return model.translate(0, -1, ipa, access, outcome);
    }

    /// Of the last one that was translated: shareability, and memory type as a byte of MAIR.
    int attributes() {
        return own.attributes();
    }
}
