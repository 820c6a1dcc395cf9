package org.vinculum.smmu;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.fake.FakeTranslation;
import org.vinculum.smmu.fake.Machine;
import org.vinculum.smmu.profile.Profiles;

/// A model on a machine, driven as software drives it: registers by offset, commands as raw words.
final class Bench {
    static final long COMMANDS = Machine.RAM + 0x1000;
    static final long EVENTS = Machine.RAM + 0x2000;
    static final long PAGE_REQUESTS = Machine.RAM + 0x3000;

    final Machine machine = new Machine();
    final FakeTranslation translation = new FakeTranslation();
    final Smmu smmu;
    private int producer;

    private Bench(SmmuProfile profile, Map<String, Long> instead) {
        smmu = new Smmu(Variant.of(profile, instead), machine.surroundings(), translation);
    }

    static Bench of(String profile) {
        return of(profile, Map.of());
    }

    static Bench of(String profile, Map<String, Long> instead) {
        for (SmmuProfile one : Profiles.all()) {
            if (one.name().equals(profile)) {
                return new Bench(one, instead);
            }
        }
        throw new IllegalArgumentException(profile);
    }

    /// The highest generic one, with bits of IDR0 flipped.
    static Bench withIdr0Flipped(long bits) {
        Map<String, Long> idr0 = new HashMap<>();
        idr0.put("IDR0", of("smmuv3-3.3").read(0x0) ^ bits);
        return of("smmuv3-3.3", idr0);
    }

    /// Command queue of 16 entries, event and PRI queues of 4; all on.
    Bench started() {
        smmu.write(0x90, 8, COMMANDS | 4);
        smmu.write(0xa0, 8, EVENTS | 2);
        smmu.write(0xc0, 8, PAGE_REQUESTS | 2);
        write(0x50, 0x7);
        write(0x20, 0xf);
        return this;
    }

    long read(long offset) {
        return smmu.read(offset, 4);
    }

    void write(long offset, long value) {
        smmu.write(offset, 4, value);
    }

    /// Queues a command.
    void queue(long word0, long word1) {
        machine.put(COMMANDS + 16L * (producer & 0xf), word0, word1);
        producer = producer + 1 & 0x1f;
        write(0x98, producer);
    }

    /// Has a command executed; the answer is CMDQ_CONS.ERR.
    int command(long word0, long word1) {
        queue(word0, word1);
        run();
        return (int) (read(0x9c) >>> 24);
    }

    void run() {
        while (smmu.process(8)) {
            continue;
        }
    }
}
