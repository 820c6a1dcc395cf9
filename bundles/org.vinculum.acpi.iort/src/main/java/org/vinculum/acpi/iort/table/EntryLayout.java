package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.Smmu;

/// Where the fields of an array's entries are. Entries are packed.
///
/// @param <T> an entry in the model
interface EntryLayout<T> {
    EntryLayout<Integer> IDENTIFIER = new Identifier();
    EntryLayout<Smmu.Interrupt> INTERRUPT = new WiredInterrupt();
    EntryLayout<Rmr.Range> RANGE = new ReservedRange();
    EntryLayout<IdMapping> MAPPING = new Mapping();

    /// Bytes of an entry.
    int length();

    T read(TableInput in, int at);

    void write(T entry, TableOutput out, long at);

    /// Of an ITS (DEN0049, 3.1.1.1).
    final class Identifier implements EntryLayout<Integer> {
        @Override
        public int length() {
            return Integer.BYTES;
        }

        @Override
        public Integer read(TableInput in, int at) {
            return in.word(at);
        }

        @Override
        public void write(Integer entry, TableOutput out, long at) {
            out.word(at, entry);
        }
    }

    /// Of an SMMUv1 or SMMUv2 (DEN0049, 3.1.1.6).
    final class WiredInterrupt implements EntryLayout<Smmu.Interrupt> {
        @Override
        public int length() {
            return Smmu.Interrupt.LENGTH;
        }

        @Override
        public Smmu.Interrupt read(TableInput in, int at) {
            return new Smmu.Interrupt(in.u32(at), in.word(at + 4));
        }

        @Override
        public void write(Smmu.Interrupt entry, TableOutput out, long at) {
            out.u32(at, entry.gsiv());
            out.word(at + 4, entry.flags());
        }
    }

    /// A memory range descriptor (DEN0049, 3.1.1.8).
    final class ReservedRange implements EntryLayout<Rmr.Range> {
        @Override
        public int length() {
            return Rmr.Range.LENGTH;
        }

        @Override
        public Rmr.Range read(TableInput in, int at) {
            return new Rmr.Range(in.u64(at), in.u64(at + 8), in.word(at + 16));
        }

        @Override
        public void write(Rmr.Range entry, TableOutput out, long at) {
            out.u64(at, entry.base());
            out.u64(at + 8, entry.length());
            out.word(at + 16, entry.reserved());
        }
    }

    /// An ID mapping (DEN0049, 3, table 4).
    final class Mapping implements EntryLayout<IdMapping> {
        @Override
        public int length() {
            return IdMapping.LENGTH;
        }

        @Override
        public IdMapping read(TableInput in, int at) {
            return new IdMapping(
                    in.u32(at), in.u32(at + 4), in.u32(at + 8), in.u32(at + 12), in.word(at + 16));
        }

        @Override
        public void write(IdMapping entry, TableOutput out, long at) {
            out.u32(at, entry.inputBase());
            out.u32(at + 4, entry.idCount());
            out.u32(at + 8, entry.outputBase());
            out.u32(at + 12, entry.outputReference());
            out.word(at + 16, entry.flags());
        }
    }
}
