package org.vinculum.acpi.iort.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// Every byte of a small guest's table, from DEN0049E.d.
class GuestBytesTest {
    private static final String TABLE =
            """
            49 4f 52 54              # signature IORT
            84 01 00 00              # length 388
            05                       # revision 5, E.d
            88                       # checksum
            56 49 4e 43 55 4c        # OEM ID VINCUL
            56 49 4e 43 55 4c 55 4d  # OEM table ID VINCULUM
            01 00 00 00              # OEM revision
            56 4e 43 4c              # creator ID VNCL
            01 00 00 00              # creator revision
            05 00 00 00              # nodes
            30 00 00 00              # the first one's offset
            00 00 00 00              # reserved

            # 0x30: ITS group
            00                       # type
            18 00                    # length 24
            01                       # revision
            00 00 00 00              # identifier
            00 00 00 00 00 00 00 00  # no mappings
            01 00 00 00              # one ITS
            00 00 00 00              # number 0

            # 0x48: SMMUv3
            04                       # type
            6c 00                    # length 108
            00                       # revision: no index for the SMMU's own MSIs
            01 00 00 00              # identifier
            02 00 00 00              # two mappings
            44 00 00 00              # at 68
            00 00 04 04 00 00 00 00  # base 0x4040000
            01 00 00 00              # flags: COHACC override
            00 00 00 00              # reserved
            00 00 00 00 00 00 00 00  # no VATOS page
            00 00 00 00              # generic
            21 00 00 00              # event GSIV 33
            00 00 00 00              # no PRI
            61 00 00 00              # GERR GSIV 97
            00 00 00 00              # no sync
            00 00 00 00 00 00 00 00  # where later revisions have two more fields
            # stream 1 has DeviceID 1
            01 00 00 00  00 00 00 00  01 00 00 00  30 00 00 00  00 00 00 00
            # stream 0x1000 has DeviceID 0x1000
            00 10 00 00  00 00 00 00  00 10 00 00  30 00 00 00  00 00 00 00

            # 0xb4: root complex
            02                       # type
            38 00                    # length 56
            03                       # revision
            02 00 00 00              # identifier
            01 00 00 00              # one mapping
            24 00 00 00              # at 36
            01 00 00 00              # CCA: coherent
            00                       # allocation hints
            00 00                    # reserved
            03                       # CPM, DACS
            00 00 00 00              # no ATS, no PRI
            00 00 00 00              # segment 0
            40                       # 64 address bits
            00 00                    # no PASID
            00                       # reserved
            # requester IDs 0 to 0xfff become 0x1000 to 0x1fff of the SMMU
            00 00 00 00  ff 0f 00 00  00 10 00 00  48 00 00 00  00 00 00 00

            # 0xec: named component
            01                       # type
            40 00                    # length 64
            04                       # revision
            03 00 00 00              # identifier
            01 00 00 00              # one mapping
            2c 00 00 00              # at 44
            00 00 00 00              # flags: no stall, no PASID
            00 00 00 00              # CCA: not coherent
            00                       # allocation hints
            00 00                    # reserved
            00                       # memory access flags
            28                       # 40 address bits
            5c 5f 53 42 5f 2e 50 30 30 30 00  # \\_SB_.P000
            00 00 00 00              # padding, of which iasl needs some
            # one stream, 1
            00 00 00 00  00 00 00 00  01 00 00 00  48 00 00 00  01 00 00 00

            # 0x12c: reserved memory range
            06                       # type
            58 00                    # length 88
            03                       # revision
            04 00 00 00              # identifier
            02 00 00 00              # two mappings
            30 00 00 00              # at 48
            04 00 00 00              # flags: Device-nGnRE, not to be remapped
            01 00 00 00              # one descriptor
            1c 00 00 00              # at 28
            00 00 00 08 00 00 00 00  # base 0x8000000
            00 00 10 00 00 00 00 00  # length 1 MiB
            00 00 00 00              # reserved
            # stream 1
            00 00 00 00  00 00 00 00  01 00 00 00  48 00 00 00  00 00 00 00
            # stream 0x1000
            01 00 00 00  00 00 00 00  00 10 00 00  48 00 00 00  00 00 00 00
            """;

    @Test
    void aSmallGuestHasTheseBytes() {
        assertThat(HexFormat.ofDelimiter(" ").formatHex(Guests.bytes(Guests.small())))
                .isEqualTo(HexFormat.ofDelimiter(" ").formatHex(expected()));
    }

    @Test
    void allBytesAddUpToZero() {
        int sum = 0;
        for (byte value : expected()) {
            sum += value;
        }

        assertThat(sum & 0xff).isZero();
    }

    private static byte[] expected() {
        StringBuilder digits = new StringBuilder();
        for (String line : TABLE.split("\n")) {
            int comment = line.indexOf('#');
            digits.append((comment < 0 ? line : line.substring(0, comment)).replace(" ", ""));
        }
        return HexFormat.of().parseHex(digits);
    }
}
