package org.vinculum.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformTest {
    private static Master master(String path, PhysicalStream... streams) {
        var uses = List.of(streams).stream().map(s -> new Master.StreamUse(s, 0)).toList();
        return new Master(path, true, false, uses, List.of());
    }

    private static Platform platform(Master... masters) {
        return new Platform("devicetree", List.of(), List.of(masters), List.of());
    }

    @Test
    void equalIdsBehindTwoIommusAreNotShared() {
        var platform =
                platform(
                        master("/a", PhysicalStream.of("/smmu@1", 0x10)),
                        master("/b", PhysicalStream.of("/smmu@2", 0x10)));

        assertThat(platform.sharedStreams()).isEmpty();
    }

    @Test
    void aSharedStreamNamesItsUsersInTheFirmwaresOrder() {
        var stream = PhysicalStream.of("/smmu@1", 0x10);
        var platform = platform(master("/b", stream), master("/a", stream, stream));

        assertThat(platform.sharedStreams())
                .containsExactly(Map.entry(stream, List.of("/b", "/a")));
    }

    @Test
    void aDeviceThatNamesItsStreamTwiceDoesNotShareIt() {
        var stream = PhysicalStream.of("/smmu@1", 0x10);

        assertThat(platform(master("/a", stream, stream)).sharedStreams()).isEmpty();
    }
}
