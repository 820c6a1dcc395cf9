package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Every member there is, as it is written.
class EverythingTest {
    static final String DOCUMENT =
            """
            {
              "format": 1,
              "header": {
                "revision": 7,
                "oemId": "ACME",
                "oemTableId": "\\u00E9\\u0000BOARD",
                "oemRevision": 4294967295,
                "creatorId": "VINC",
                "creatorRevision": 2
              },
              "nodes": [
                {
                  "label": "its-group@0x34",
                  "type": "its-group",
                  "revision": 1,
                  "identifier": 9,
                  "itsIdentifiers": [0, 4294967295]
                },
                {
                  "label": "named-component@0x50",
                  "type": "named-component",
                  "revision": 4,
                  "identifier": 8,
                  "name": "\\\\_SB.\\u00E9\\"",
                  "stall": true,
                  "pasidBits": 31,
                  "reservedFlags": "0xffffffc0",
                  "memory": {"cacheCoherency": "0xffffffff", "cpm": true, "dacs": true, "canwbs": true, "allocationHints": ["transient", "write-allocate", "read-allocate", "override"], "reservedHints": "0xf0", "reservedFlags": "0xf8", "reserved": "0xffff"},
                  "addressLimit": 255,
                  "mappings": [
                    {"outputBase": "0x10", "output": "smmuv3@0x13c", "single": true},
                    {"inputBase": "0x1", "length": 4294967296, "outputBase": "0x2", "output": "0x3f", "single": true, "reservedFlags": "0xfffffffe"}
                  ],
                  "slack": [
                    {"offset": "0x26", "bytes": "ff"}
                  ]
                },
                {
                  "label": "root-complex@0xa0",
                  "type": "root-complex",
                  "revision": 4,
                  "identifier": 7,
                  "segment": 4294967295,
                  "memory": {"coherent": true},
                  "ats": true,
                  "pri": true,
                  "pasidForwarded": true,
                  "reservedAts": "0xfffffff8",
                  "addressLimit": 64,
                  "pasidBits": 20,
                  "reservedCapabilities": "0xffe0",
                  "pasid": true,
                  "reservedFlags": "0xfffffffe"
                },
                {
                  "label": "smmu@0xc8",
                  "type": "smmu",
                  "revision": 3,
                  "identifier": 6,
                  "model": 4294967295,
                  "base": "0xffffffffffffffff",
                  "span": "0x20000",
                  "dvm": true,
                  "coherentWalk": true,
                  "reservedFlags": "0xfffffffc",
                  "globalInterrupts": [
                    {"gsiv": 32, "trigger": "level"},
                    {"gsiv": 4294967295, "trigger": "edge", "reservedFlags": "0xfffffffe"}
                  ],
                  "contextInterrupts": [
                    {"gsiv": 40, "trigger": "edge"}
                  ],
                  "pmuInterrupts": [
                    {"gsiv": 41, "trigger": "edge"}
                  ],
                  "mappings": [
                    {"inputBase": "0x0", "length": 1, "outputBase": "0x0", "output": "its-group@0x34"}
                  ],
                  "layout": {"length": 116, "contextInterrupts": {"offset": "0x54"}, "pmuInterrupts": {"offset": "0x4c"}}
                },
                {
                  "label": "smmuv3@0x13c",
                  "type": "smmuv3",
                  "revision": 5,
                  "identifier": 5,
                  "model": "cn99xx",
                  "base": "0x1",
                  "vatos": "0x2",
                  "cohaccOverride": true,
                  "httuOverride": 3,
                  "reservedFlags": "0xffffffe0",
                  "eventGsiv": 1,
                  "priGsiv": 2,
                  "gerrGsiv": 3,
                  "syncGsiv": 4,
                  "proximityDomain": 5,
                  "proximityDomainValid": false,
                  "deviceIdIndex": 6,
                  "deviceIdIndexValid": false
                },
                {
                  "label": "pmcg@0x180",
                  "type": "pmcg",
                  "revision": 2,
                  "identifier": 4,
                  "node": "smmu@0xc8",
                  "page0": "0x1000",
                  "page1": "0x2000",
                  "overflowGsiv": 77
                },
                {
                  "label": "rmr@0x1a8",
                  "type": "rmr",
                  "revision": 3,
                  "identifier": 3,
                  "remapPermitted": true,
                  "privileged": true,
                  "attributes": 255,
                  "reservedFlags": "0xfffffc00",
                  "ranges": [
                    {"base": "0x10000", "length": "0xffffffffffffffff", "reserved": "0xffffffff"}
                  ]
                },
                {
                  "label": "iwb@0x1d8",
                  "type": "iwb",
                  "revision": 0,
                  "identifier": 2,
                  "name": "\\\\_SB.IWB0",
                  "base": "0x3000",
                  "index": 65535
                },
                {
                  "label": "type-200@0x1fc",
                  "type": 200,
                  "revision": 255,
                  "identifier": 1,
                  "body": "0102",
                  "layout": {"length": 18, "mappings": {"offset": "0x12", "count": 7}}
                }
              ],
              "layout": {
                "nodeOffset": "0x34",
                "length": 544,
                "nodeCount": 10,
                "checksum": "0xff",
                "trailing": "beef"
              },
              "slack": [
                {"offset": "0x2c", "bytes": "01"},
                {"offset": "0x21f", "bytes": "02"}
              ]
            }
            """;

    @Test
    void aTableWithEverythingIsWrittenAsItIsRead() {
        assertThat(Tables.json(Tables.fromJson(DOCUMENT))).isEqualTo(DOCUMENT);
    }
}
