package org.vinculum.bench;

import java.util.Map;
import java.util.function.Function;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// A whole SMMU over [NestedTables], brought up by its registers, and the side of software that fills its queue.
final class NestedModel {
    private static final int LOG2_QUEUE = 8;
    private static final int WRAP = (2 << LOG2_QUEUE) - 1;
    private static final int INDEX = (1 << LOG2_QUEUE) - 1;

    private static final long CR0 = 0x20;
    private static final long STRTAB_BASE = 0x80;
    private static final long STRTAB_BASE_CFG = 0x88;
    private static final long CMDQ_BASE = 0x90;
    private static final long CMDQ_PROD = 0x98;
    private static final long CMDQ_CONS = 0x9c;

    private final NestedTables tables;
    private final IommuModel model;
    private int producer;

    NestedModel(int log2Pages, CacheSizes sizes) {
        this(new NestedTables(log2Pages), around -> factory(sizes).create(around, Map.of()));
    }

    /// @param maker of the model, in the state after reset
    NestedModel(NestedTables tables, Function<IommuSurroundings, IommuModel> maker) {
        this.tables = tables;
        model = maker.apply(tables.surroundings());
        model.write(STRTAB_BASE, 8, NestedTables.STREAMS);
        model.write(STRTAB_BASE_CFG, 4, 4);
        model.write(CMDQ_BASE, 8, NestedTables.COMMANDS | LOG2_QUEUE);
        model.write(CR0, 4, 0x9);
    }

    static SmmuFactory factory(CacheSizes sizes) {
        var profile =
                Profiles.all().stream().filter(one -> one.name().equals("smmuv3-3.2")).findFirst();
        return new SmmuFactory(profile.orElseThrow(), TranslationEngine.maker(sizes));
    }

    IommuModel model() {
        return model;
    }

    NestedTables tables() {
        return tables;
    }

    /// @throws IllegalStateException when it is not where it is mapped
    long read(long address, Outcome outcome) {
        long output = model.translate(0, -1, address, Access.READ, outcome);
        if (output != address) {
            throw new IllegalStateException(Long.toHexString(output));
        }
        return output;
    }

    /// Reads the first pages, one after the other.
    void fill(int pages) {
        var outcome = new Outcome();
        for (long page = 0; page < pages; page++) {
            read(page << 12, outcome);
        }
    }

    /// Puts a command into the queue, which is told of it later.
    void put(long word0, long word1) {
        Ram ram = tables.ram();
        long at = NestedTables.COMMANDS + 16L * (producer & INDEX);
        ram.setLong(at, word0);
        ram.setLong(at + 8, word1);
        producer = producer + 1 & WRAP;
    }

    /// Has all commands executed.
    ///
    /// @throws IllegalStateException when one fails
    void ring() {
        model.write(CMDQ_PROD, 4, producer);
        while (model.process(16)) {
            continue;
        }
        if (model.read(CMDQ_CONS, 4) != producer) {
            throw new IllegalStateException("a command has failed");
        }
    }
}
