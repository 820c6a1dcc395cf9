package org.vinculum.smmu.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.event.Event;

/// The cases of the sealed types as released. A switch compiled against these meets another with `MatchException`, so one
/// more is a new major version of the package.
class SealedTypesTest {
    private static List<String> cases(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    @Test
    void commandsOfVersion1() {
        assertThat(String.join(" ", cases(Command.class)))
                .isEqualTo(
                        "AtcInv CfgiCd CfgiCdAll CfgiSte CfgiSteRange CfgiVmsPidm DptiAll DptiPa"
                            + " ImplementationDefined OtherInterface PrefetchAddr PrefetchConfig"
                            + " PriResp Reserved Resume StallTerm Sync TlbiEl2All TlbiEl2Asid"
                            + " TlbiEl2Va TlbiEl2Vaa TlbiNhAll TlbiNhAsid TlbiNhVa TlbiNhVaa"
                            + " TlbiNsnhAll TlbiS12Vmall TlbiS2Ipa");
    }

    @Test
    void eventsOfVersion1() {
        assertThat(String.join(" ", cases(Event.class)))
                .isEqualTo(
                        "CBadCd CBadSte CBadStreamid CBadSubstreamid EPageRequest FAccess FAddrSize"
                                + " FBadAtsTreq FCdFetch FCfgConflict FPermission FSteFetch"
                                + " FStreamDisabled FTlbConflict FTranslForbidden FTranslation FUut"
                                + " FVmsFetch FWalkEabt ImplementationDefined Reserved");
    }
}
