package org.vinculum.hypervisor.stage2;

import org.vinculum.domain.MachineRefusedException;
import org.vinculum.hypervisor.host.Stage2;
import org.vinculum.hypervisor.memory.MachineMemory;

/// Stage 2 of one domain: what its guest physical addresses lead to, as VMSAv8-64 tables in the machine's memory that any
/// number of SMMUs walk meanwhile.
///
/// Blocks are as large as addresses and sizes allow. Where a part of a block goes, the block becomes a table; SMMUs that want
/// it see neither in between (break-before-make; DDI 0487, D8.14). Used by one thread at a time.
public final class Stage2Table implements AutoCloseable {
    private static final int HIGHEST_VMID = 0xffff;

    private final TableShape shape;
    private final int outputBits;
    private final TablePages pages;
    private final Mapper mapper;
    private final Unmapper unmapper;
    private final Invalidation invalidation;
    private boolean unclean;

    /// Tables that map nothing.
    ///
    /// @param inputBits of guest physical addresses, as [Stage2Capabilities#inputBits] answers
    /// @param hosts the SMMUs that shall walk them
    /// @param invalidation asks these SMMUs to forget something
    /// @throws MachineRefusedException when there is no memory for them
    public Stage2Table(
            MachineMemory memory,
            int inputBits,
            Stage2Capabilities hosts,
            Invalidation invalidation) {
        if (inputBits < 32 || inputBits > hosts.outputBits()) {
            throw new IllegalArgumentException("input addresses of " + inputBits + " bits");
        }
        this.shape = TableShape.of(inputBits);
        this.outputBits = hosts.outputBits();
        this.pages = new TablePages(memory, shape);
        this.invalidation = invalidation;
        this.mapper = new Mapper(pages, shape);
        this.unmapper =
                new Unmapper(
                        pages, shape, hosts.changesInPlace() ? Invalidation.NONE : invalidation);
    }

    /// Bits of guest physical addresses.
    public int inputBits() {
        return shape.inputBits();
    }

    /// Bytes that the tables take, those that wait for [#clean()] included.
    public long tableBytes() {
        return pages.bytes();
    }

    /// Maps guest physical addresses, for reads and writes. SMMUs follow at once.
    ///
    /// @param ipa a multiple of the page size
    /// @param physical a multiple of the page size
    /// @param size in bytes, a multiple of the page size
    /// @param ram Normal memory; otherwise device memory
    /// @throws IllegalArgumentException when some of it is mapped, or addresses are not whole pages or too large
    /// @throws IllegalStateException after an [#unmap] without [#clean()]: SMMUs may know other translations
    /// @throws MachineRefusedException when there is no memory for tables; nothing is mapped then
    public void map(long ipa, long physical, long size, boolean ram) {
        requirePages(ipa, size, shape.inputSize());
        requirePages(physical, size, 1L << outputBits);
        if (unclean) {
            throw new IllegalStateException("translations that were unmapped may be known still");
        }
        if (mapper.anythingIn(ipa, size)) {
            throw new IllegalArgumentException("mapped already: " + range(ipa, size));
        }
        try {
            mapper.map(ipa, physical, size, ram ? Descriptors.ram() : Descriptors.device());
        } catch (MachineRefusedException e) {
            unmap(ipa, size);
            invalidation.invalidate(ipa, size);
            clean();
            throw e;
        }
    }

    /// Unmaps guest physical addresses, mapped or not. The caller makes the SMMUs forget them and then calls [#clean()];
    /// until then they may go on translating.
    ///
    /// @param ipa a multiple of the page size
    /// @param size in bytes, a multiple of the page size
    /// @throws IllegalArgumentException for anything else
    /// @throws MachineRefusedException when there is no memory to split a block; what could be is unmapped
    public void unmap(long ipa, long size) {
        requirePages(ipa, size, shape.inputSize());
        unclean = true;
        unmapper.unmap(ipa, size);
    }

    /// The SMMUs have forgotten what was unmapped: tables that are of no use any more are given back.
    public void clean() {
        pages.giveBack();
        unclean = false;
    }

    private static void requirePages(long address, long size, long limit) {
        boolean inside = address >= 0 && size > 0 && size <= limit && address <= limit - size;
        if (!inside || address % MachineMemory.PAGE != 0 || size % MachineMemory.PAGE != 0) {
            throw new IllegalArgumentException(
                    "no pages below 0x" + Long.toHexString(limit) + ": " + range(address, size));
        }
    }

    private static String range(long address, long size) {
        return "0x" + Long.toHexString(address) + "+0x" + Long.toHexString(size);
    }

    /// The tables as stream table entries name them.
    ///
    /// @param vmid the domain's at the SMMU in question, 1 to 65535
    public Stage2 named(int vmid) {
        if (vmid <= 0 || vmid > HIGHEST_VMID) {
            throw new IllegalArgumentException("VMID " + vmid);
        }
        return new Stage2(
                vmid, EntryWords.word2(shape, outputBits), EntryWords.word3(pages.start()));
    }

    /// Gives all tables back. No SMMU may have an entry that names them, or know anything of them.
    @Override
    public void close() {
        pages.close();
    }
}
