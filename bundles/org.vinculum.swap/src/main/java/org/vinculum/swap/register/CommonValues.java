package org.vinculum.swap.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr2;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;

/// The identification that several SMMUs have in common, field by field.
public final class CommonValues {
    private static final int AARCH64 = 2;
    private static final int TERMINATE_ONLY = 1;

    /// Fields of which a higher value offers all that a lower one does. A field that is in no list is 0 for all.
    private static final Map<String, List<Bits>> LEAST =
            Map.of(
                    "IDR0",
                    List.of(
                            Idr0.S2P,
                            Idr0.S1P,
                            Idr0.COHACC,
                            Idr0.BTM,
                            Idr0.HTTU,
                            Idr0.DORMHINT,
                            Idr0.HYP,
                            Idr0.ATS,
                            Idr0.ASID16,
                            Idr0.MSI,
                            Idr0.SEV,
                            Idr0.ATOS,
                            Idr0.PRI,
                            Idr0.VMW,
                            Idr0.VMID16,
                            Idr0.CD2L,
                            Idr0.VATOS,
                            Idr0.ATSRECERR,
                            Idr0.ST_LEVEL),
                    "IDR1",
                    List.of(
                            Idr1.SIDSIZE,
                            Idr1.SSIDSIZE,
                            Idr1.PRIQS,
                            Idr1.EVENTQS,
                            Idr1.CMDQS,
                            Idr1.ATTR_PERMS_OVR,
                            Idr1.ATTR_TYPES_OVR,
                            Idr1.ECMDQ),
                    "IDR3",
                    List.of(
                            Idr3.HAD,
                            Idr3.PBHA,
                            Idr3.XNX,
                            Idr3.PPS,
                            Idr3.MPAM,
                            Idr3.FWB,
                            Idr3.STT,
                            Idr3.RIL,
                            Idr3.BBML,
                            Idr3.E0PD,
                            Idr3.PTWNNC,
                            Idr3.DPT,
                            Idr3.PASIDTT,
                            Idr3.EPAN,
                            Idr3.S1PI,
                            Idr3.S2PI,
                            Idr3.S2PO,
                            Idr3.THE,
                            Idr3.MTEPERM,
                            Idr3.AIE),
                    "IDR5",
                    List.of(
                            Idr5.OAS,
                            Idr5.GRAN4K,
                            Idr5.GRAN16K,
                            Idr5.GRAN64K,
                            Idr5.DS,
                            Idr5.D128,
                            Idr5.VAX),
                    "IDR6",
                    List.of(Idr6.CMDQ_CONTROL_PAGE_LOG2NUMQ, Idr6.CMDQ_CONTROL_PAGE_LOG2NUMP));

    /// Fields of which 0 offers all that another value does, and others offer only themselves.
    private static final Map<String, Bits> RESTRICTING =
            Map.of(
                    "NS1ATS", Idr0.NS1ATS,
                    "TTENDIAN", Idr0.TTENDIAN,
                    "STALL_MODEL", Idr0.STALL_MODEL,
                    "TERM_MODEL", Idr0.TERM_MODEL);

    private final Map<String, Map<String, Long>> pool;
    private final List<String> reasons;
    private final Map<String, Long> common = new LinkedHashMap<>();

    private CommonValues(Map<String, Map<String, Long>> pool, List<String> reasons) {
        this.pool = pool;
        this.reasons = reasons;
        Identification.NAMES.forEach(name -> common.put(name, 0L));
    }

    /// @param pool registers by name, by the name of a model
    /// @param reasons takes whole sentences, for each field that has no common value
    public static Map<String, Long> of(Map<String, Map<String, Long>> pool, List<String> reasons) {
        var values = new CommonValues(pool, reasons);
        values.least();
        values.restricted();
        values.tables();
        values.stalls();
        values.queues();
        return values.common;
    }

    private void put(String register, Bits field, long value) {
        common.merge(register, field.of(value), (before, more) -> before | more);
    }

    private long least(String register, Bits field) {
        long least = field.highest();
        for (Map<String, Long> one : pool.values()) {
            least = Math.min(least, field.get(one.getOrDefault(register, 0L)));
        }
        return least;
    }

    private void least() {
        LEAST.forEach((register, fields) ->
                fields.forEach(field -> put(register, field, least(register, field))));
    }

    private void restricted() {
        for (String name : List.of("NS1ATS", "TTENDIAN", "STALL_MODEL", "TERM_MODEL")) {
            Bits field = RESTRICTING.get(name);
            Map<Long, String> choices = new LinkedHashMap<>();
            pool.forEach((model, registers) ->
                    choices.putIfAbsent(field.get(registers.getOrDefault("IDR0", 0L)), model));
            choices.remove(0L);
            if (choices.size() > 1) {
                reasons.add("IDR0." + name + " is different: " + choices + ".");
            } else {
                choices.keySet().forEach(value -> put("IDR0", field, value));
            }
        }
    }

    private void tables() {
        long formats = Idr0.TTF.highest();
        for (Map<String, Long> one : pool.values()) {
            formats &= Idr0.TTF.get(one.getOrDefault("IDR0", 0L));
        }
        put("IDR0", Idr0.TTF, formats);
        if ((formats & AARCH64) == 0) {
            reasons.add("Not all have AArch64 translation tables.");
        }
        long idr5 = common.get("IDR5");
        if (!Idr5.GRAN4K.isSet(idr5) && !Idr5.GRAN16K.isSet(idr5) && !Idr5.GRAN64K.isSet(idr5)) {
            reasons.add("There is no granule that all have.");
        }
        long idr0 = common.get("IDR0");
        if (!Idr0.S1P.isSet(idr0) && !Idr0.S2P.isSet(idr0)) {
            reasons.add("There is no stage of translation that all have.");
        }
    }

    private void stalls() {
        if (Idr0.STALL_MODEL.get(common.get("IDR0")) != TERMINATE_ONLY) {
            put("IDR5", Idr5.STALL_MAX, least("IDR5", Idr5.STALL_MAX));
        }
    }

    private void queues() {
        if (!Idr1.ECMDQ.isSet(common.get("IDR1"))) {
            common.put("IDR6", 0L);
        }
        pool.forEach((model, registers) -> {
            long idr1 = registers.getOrDefault("IDR1", 0L);
            if (Idr1.TABLES_PRESET.isSet(idr1) || Idr1.QUEUES_PRESET.isSet(idr1)) {
                reasons.add(model + " has its tables or queues at places of its own.");
            }
        });
        if (Idr0.VATOS.isSet(common.get("IDR0"))) {
            vatosPage();
        }
    }

    private void vatosPage() {
        long first = Idr2.BA_VATOS.get(pool.values().iterator().next().getOrDefault("IDR2", 0L));
        for (Map<String, Long> one : pool.values()) {
            if (Idr2.BA_VATOS.get(one.getOrDefault("IDR2", 0L)) != first) {
                reasons.add("IDR2.BA_VATOS is different.");
                return;
            }
        }
        put("IDR2", Idr2.BA_VATOS, first);
    }
}
