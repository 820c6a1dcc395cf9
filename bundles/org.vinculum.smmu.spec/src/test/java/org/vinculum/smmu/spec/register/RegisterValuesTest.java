package org.vinculum.smmu.spec.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.smmu.spec.Layout;

/// Values of registers as numbers and what their fields then say; fields that are 0 are left out.
class RegisterValuesTest {
    private static String fields(Class<?> layout, long value) {
        return Layout.of(layout).fields().entrySet().stream()
                .filter(field -> field.getValue().isSet(value))
                .map(field -> field.getKey() + "=" + Long.toHexString(field.getValue().get(value)))
                .collect(Collectors.joining(" "));
    }

    private static final Map<String, Register> BY_NAME =
            Registers.ALL.stream()
                    .collect(
                            Collectors.toMap(
                                    Register::name,
                                    register -> register,
                                    (one, _) -> one,
                                    HashMap::new));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IDR0 | 0d44101b | S2P=1 S1P=1 TTF=2 COHACC=1 ASID16=1 VMID16=1 TTENDIAN=2 STALL_MODEL=1 TERM_MODEL=1 ST_LEVEL=1
                    IDR0 | 094c100f | S2P=1 S1P=1 TTF=3 ASID16=1 VMID16=1 CD2L=1 TTENDIAN=2 STALL_MODEL=1 ST_LEVEL=1
                    IDR1 | 02730010 | SIDSIZE=10 EVENTQS=13 CMDQS=13
                    IDR1 | fc00fd50 | SIDSIZE=10 SSIDSIZE=15 PRIQS=1f ATTR_PERMS_OVR=1 ATTR_TYPES_OVR=1 REL=1 QUEUES_PRESET=1 TABLES_PRESET=1 ECMDQ=1
                    IDR2 | 00000203 | BA_VATOS=203
                    IDR3 | 00001414 | HAD=1 XNX=1 RIL=1 BBML=2
                    IDR5 | 00200074 | OAS=4 GRAN4K=1 GRAN16K=1 GRAN64K=1 STALL_MAX=20
                    IIDR | 4831243b | IMPLEMENTER=43b REVISION=2 VARIANT=1 PRODUCT_ID=483
                    AIDR | 00000003 | ARCH_MINOR_REV=3
                    CR0 | 0000054d | SMMUEN=1 EVENTQEN=1 CMDQEN=1 VMW=5 DPT_WALK_EN=1
                    CR0ACK | 00000012 | PRIQEN=1 ATSCHK=1
                    CR1 | 00000d75 | QUEUE_IC=1 QUEUE_OC=1 QUEUE_SH=3 TABLE_IC=1 TABLE_OC=1 TABLE_SH=3
                    CR2 | 0000000b | E2H=1 RECINVSID=1 REC_CFG_ATS=1
                    STATUSR | 00000001 | DORMANT=1
                    GBPA | 801c1f1f | MEM_ATTR=f MTCFG=1 ALLOCCFG=f SHCFG=1 INSTCFG=3 ABORT=1 UPDATE=1
                    GBPA | 00021000 | SHCFG=1 PRIVCFG=2
                    IRQ_CTRL | 00000005 | GERROR_IRQEN=1 EVENTQ_IRQEN=1
                    IRQ_CTRLACK | 00000002 | PRIQ_IRQEN=1
                    GERROR | 000001fd | CMDQ_ERR=1 EVENTQ_ABT_ERR=1 PRIQ_ABT_ERR=1 MSI_CMDQ_ABT_ERR=1 MSI_EVENTQ_ABT_ERR=1 MSI_PRIQ_ABT_ERR=1 MSI_GERROR_ABT_ERR=1 SFM_ERR=1
                    GERRORN | 00000600 | CMDQP_ERR=1 DPT_ERR=1
                    GERROR_IRQ_CFG0 | 0000000008080040 | ADDR=2020010
                    EVENTQ_IRQ_CFG1 | deadbeef | DATA=deadbeef
                    GERROR_IRQ_CFG2 | 0000003f | MEM_ATTR=f SH=3
                    PRIQ_IRQ_CFG2 | 80000021 | MEM_ATTR=1 SH=2 LO=1
                    STRTAB_BASE | 4000000087654040 | ADDR=21d9501 RA=1
                    STRTAB_BASE_CFG | 00010210 | LOG2SIZE=10 SPLIT=8 FMT=1
                    CMDQ_BASE | 4000000087654033 | LOG2SIZE=13 ADDR=43b2a01 RA=1
                    CMDQ_PROD | 000fffff | WR=fffff
                    CMDQ_CONS | 01000042 | RD=42 ERR=1
                    EVENTQ_BASE | 4000000087654033 | LOG2SIZE=13 ADDR=43b2a01 WA=1
                    EVENTQ_PROD | 80000042 | WR=42 OVFLG=1
                    EVENTQ_CONS | 80000042 | RD=42 OVACKFLG=1
                    PRIQ_BASE | 0000000087654053 | LOG2SIZE=13 ADDR=43b2a02
                    PRIQ_PROD | 80000001 | WR=1 OVFLG=1
                    PRIQ_CONS | 80000001 | RD=1 OVACKFLG=1
                    GATOS_CTRL | 00000001 | RUN=1
                    GATOS_SID | 0011234500000042 | STREAMID=42 SUBSTREAMID=12345 SSID_VALID=1
                    GATOS_ADDR | 0000800012345fc0 | HTTUI=1 IND=1 RNW=1 PNU=1 TYPE=3 ADDR=800012345
                    GATOS_PAR | 0000000000000001 | FAULT=1
                    MPAMIDR | 0012003f | PARTID_MAX=3f PMG_MAX=12
                    GMPAM | 80120003 | SO_PARTID=3 SO_PMG=12 UPDATE=1
                    GBPMPAM | 80120003 | GBP_PARTID=3 GBP_PMG=12 UPDATE=1
                    VATOS_SEL | 0000beef | VMID=beef
                    IDR6 | 03080000 | CMDQ_CONTROL_PAGE_LOG2NUMQ=8 CMDQ_CONTROL_PAGE_LOG2NUMP=3
                    DPT_BASE | 4000000087654000 | BADDR=87654 RA=1
                    DPT_BASE_CFG | 00904005 | DPTPS=5 DPTGS=1 L0DPTSZ=9
                    DPT_CFG_FAR | 0000000087654023 | FAULT=1 LEVEL=1 DPT_FAULTCODE=2 FADDR=87654
                    PIDR0 | 00000084 | PART_0=84
                    PIDR1 | 000000b4 | PART_1=4 DES_0=b
                    PIDR2 | 0000001b | DES_1=3 JEDEC=1 REVISION=1
                    PIDR3 | 00000012 | CMOD=2 REVAND=1
                    PIDR4 | 00000004 | DES_2=4
                    CIDRn | 000000b1 | PREAMBLE=b1
                    CMDQ_CONTROL_PAGE_BASEn | 0000000000030003 | CMDQ_CONTROL_PAGE_PRESET=1 CMDQGS=1 ADDR=3
                    CMDQ_CONTROL_PAGE_CFGn | 00000001 | EN=1
                    CMDQ_CONTROL_PAGE_STATUSn | 00000001 | ENACK=1
                    ECMDQ_BASEn | 4000000087654028 | LOG2SIZE=8 ADDR=43b2a01 RA=1
                    ECMDQ_PRODn | 80800042 | WR=42 ERRACK=1 EN=1
                    ECMDQ_CONSn | 83800042 | RD=42 ERR=1 ERR_REASON=3 ENACK=1
                    """)
    void aValueSays(String name, String value, String expected) {
        assertThat(fields(BY_NAME.get(name).layout(), Long.parseUnsignedLong(value, 16)))
                .isEqualTo(expected);
    }

    @Test
    void everyRegisterWithFieldsHasBeenAsked() throws NoSuchMethodException {
        String asked =
                getClass()
                        .getDeclaredMethod("aValueSays", String.class, String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .textBlock();
        var layouts =
                Arrays.stream(asked.split("\n"))
                        .map(line -> BY_NAME.get(line.split(" ")[0]).layout())
                        .collect(Collectors.toSet());

        assertThat(Registers.ALL)
                .filteredOn(register -> !Layout.of(register.layout()).fields().isEmpty())
                .allMatch(register -> layouts.contains(register.layout()));
    }

    @Test
    void aFinishedTranslationOperationSaysWhere() {
        assertThat(fields(AtosPar.Success.class, 0xff00_0000_8765_4b00L))
                .isEqualTo("SH=3 SIZE=1 ADDR=87654 ATTR=ff");
        assertThat(fields(AtosPar.Failure.class, 0xa000_0000_8765_4105L))
                .isEqualTo("REASON=2 FAULTCODE=10 FADDR=87654 IMPDEF=a");
    }

    @Test
    void aComponentIdentifiesItselfAsCoreSight() {
        assertThat(
                        new int[] {
                            Cidr.expected(0), Cidr.expected(1), Cidr.expected(2), Cidr.expected(3)
                        })
                .containsExactly(0x0d, 0xf0, 0x05, 0xb1);
    }

    @Test
    void aPermissionOfStageTwoHasFourBits() {
        assertThat(S2pii.permission(15).get(0xd000_0000_0000_0000L)).isEqualTo(0xd);
        assertThat(S2pii.permission(0).get(0x000c_0000_0000_0008L)).isEqualTo(8);
    }

    @Test
    void aRegisterAnswersByField() {
        assertThat(new Cr0(0x1).has(Cr0.SMMUEN)).isTrue();
        assertThat(new Idr1(0x0273_0010).get(Idr1.CMDQS)).isEqualTo(0x13);
        assertThat(new StrtabBase(0x4000_0000_8765_4040L).inPlace(StrtabBase.ADDR))
                .isEqualTo(0x8765_4040L);
    }
}
