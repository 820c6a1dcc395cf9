package org.vinculum.console.page;

import java.lang.reflect.Proxy;
import java.util.List;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// A machine with one SMMU and one domain, whose names are the test's.
final class FakeMachine {
    private String domain = "guest1";
    private String model = "smmuv3-3.0";
    private String reason = "";
    private boolean vacant;

    static Machine ended() {
        return machine((method, _) -> {
            throw new IllegalStateException(method);
        });
    }

    FakeMachine domain(String name) {
        this.domain = name;
        return this;
    }

    FakeMachine model(String name) {
        this.model = name;
        return this;
    }

    FakeMachine reason(String text) {
        this.reason = text;
        return this;
    }

    FakeMachine vacant() {
        this.vacant = true;
        return this;
    }

    Machine machine() {
        return machine(this::answer);
    }

    private interface Answers {
        Object of(String method, Object... arguments);
    }

    private static Machine machine(Answers answers) {
        return (Machine)
                Proxy.newProxyInstance(
                        FakeMachine.class.getClassLoader(),
                        new Class<?>[] {Machine.class},
                        (_, method, arguments) ->
                                answers.of(
                                        method.getName(),
                                        arguments == null ? new Object[0] : arguments));
    }

    private Object answer(String method, Object... arguments) {
        return switch (method) {
            case "hostTraffic" ->
                    List.of(new HostTraffic("/iommu@1", 4711, 0, 0, 0, 0, 0, 0, 0, 815, 0, 0));
            case "models" ->
                    List.of(new ModelInPlace("/iommu@1", "smmuv3", model, "0.1.0", vacant, 3));
            case "domains" -> List.of(named());
            case "swaps" ->
                    List.of(
                            record(1, SwapRecord.Outcome.DONE, "", 1_234_000),
                            record(2, SwapRecord.Outcome.FELL_BACK, reason, 0));
            case "swap" -> swap((String) arguments[0], (String) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static SwapRecord record(
            long number, SwapRecord.Outcome outcome, String reason, long pause) {
        return new SwapRecord(
                number, "/iommu@1", "smmuv3-3.0 0.1.0", "smmuv3-3.1 0.1.0", outcome, reason, pause);
    }

    private SwapReport swap(String smmu, String to) {
        if (to.equals("weak")) {
            throw new SwapRefusedException(List.of("It lacks IDR0.CD2L.", "And more."));
        }
        return new SwapReport(smmu, model, to, 1, 0);
    }

    private Domain named() {
        return (Domain)
                Proxy.newProxyInstance(
                        FakeMachine.class.getClassLoader(),
                        new Class<?>[] {Domain.class},
                        (_, method, _) ->
                                switch (method.getName()) {
                                    case "name" -> domain;
                                    case "traffic" ->
                                            List.of(
                                                    new GuestTraffic(
                                                            1001, 0, 1002, 0, 0, 0, 0, 0, 1003, 0,
                                                            0, 0, 1004));
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
