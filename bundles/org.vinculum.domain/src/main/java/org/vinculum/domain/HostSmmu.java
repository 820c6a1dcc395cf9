package org.vinculum.domain;

import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;

/// One physical SMMUv3 as one domain may use it. Whatever is asked for is confined to the domain: streams are its own, or the
/// call is an [IllegalArgumentException]; invalidations get its VMID.
///
/// A command goes to the ring at once and takes effect some time later; [#sync] tells when. Commands may be given only while
/// there is [#room], otherwise they are an [IllegalStateException]. Used by one thread at a time for each domain.
@ProviderType
public interface HostSmmu {
    /// [MachineDescription.Smmu#path()].
    String path();

    /// An identification register (IHI 0070, 6.3), zero-extended; stage 2 and stage 1 sizes as the hardware has them.
    ///
    /// @param name `IDR0` to `IDR6`, `AIDR`; 0 for others
    long identification(String name);

    /// Host commands that are taken without waiting.
    int room();

    /// Puts a setting into force: transactions of the stream that begin after this returns follow it and nothing else, but
    /// translations made before may still be there until they are invalidated.
    ///
    /// Needs room for [#SETTING_COMMANDS].
    ///
    /// @return host commands it took
    int configure(StreamId psid, StreamSetting setting);

    /// The most that [#configure] takes.
    int SETTING_COMMANDS = 8;

    /// CMD_CFGI_CD. Takes one command.
    ///
    /// @param substreamId 20 bits
    void invalidateContext(StreamId psid, int substreamId, boolean leaf);

    /// CMD_CFGI_CD_ALL. Takes one command.
    void invalidateContexts(StreamId psid);

    /// One of CMD_TLBI_NH_ALL, NH_ASID, NH_VA and NH_VAA, with the domain's VMID in place of what it has. Takes one command.
    ///
    /// @param word0 of the entry
    /// @param word1 of the entry
    /// @throws IllegalArgumentException for another opcode
    void invalidate(long word0, long word1);

    /// The same with several commands: as many of the first as there is room for.
    ///
    /// @param words two of each entry, one entry behind the other
    /// @param count of commands
    /// @return how many have been taken
    /// @throws IllegalArgumentException for another opcode
    default int invalidate(long[] words, int count) {
        for (int i = 0; i < count; i++) {
            if (room() < 1) {
                return i;
            }
            invalidate(words[2 * i], words[2 * i + 1]);
        }
        return count;
    }

    /// CMD_ATC_INV, which the host brackets with syncs of its own so that a device that does not answer is known. Takes
    /// at most three commands.
    ///
    /// @param word0 of the guest's entry, of which SSV, SSID and Global are taken
    /// @param word1 of the guest's entry
    /// @return host commands it took
    int invalidateDevice(StreamId psid, long word0, long word1);

    /// CMD_PRI_RESP. Takes one command.
    ///
    /// @param substreamId 20 bits, or -1 for none
    /// @param group 9 bits
    void respond(StreamId psid, int substreamId, int group, Response response);

    /// CMD_RESUME. Takes one command.
    ///
    /// @param stag as the host's event has it
    void resume(StreamId psid, int stag, boolean retry, boolean abort);

    /// CMD_STALL_TERM. Takes one command.
    void terminateStalls(StreamId psid);

    /// Asks for a CMD_SYNC behind everything given so far; the host may let one serve several domains. Takes one command.
    ///
    /// @return its number, for [#outcome]; larger ones complete later
    long sync();

    /// What became of a sync.
    SyncOutcome outcome(long sync);
}
