package org.vinculum.smmu.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.profile.Identification;

/// All command queues of an SMMU, which share the budget: each gets its turn, and a long one does not keep the others waiting.
public final class CommandQueues {
    /// Commands of an enhanced queue before it is another's turn.
    private static final int TURN = 16;

    private final CommandQueue first;
    private final List<EnhancedQueue> enhanced;
    private final CommandExecutor executor;
    private boolean anyEnhancedEnabled;
    private int next;

    public CommandQueues(
            Identification identification,
            PhysicalMemory memory,
            CommandExecutor executor,
            GlobalErrors errors) {
        this.executor = executor;
        this.first = new CommandQueue(memory, identification.cmdqs(), executor, errors);
        List<EnhancedQueue> made = new ArrayList<>();
        for (int i = 0; i < identification.enhancedQueues(); i++) {
            made.add(
                    new EnhancedQueue(
                            memory, identification.cmdqs(), executor, errors, this::recount));
        }
        this.enhanced = Collections.unmodifiableList(made);
    }

    /// The queue that every SMMU has.
    public CommandQueue first() {
        return first;
    }

    /// In the order of the control pages, and of the queues in each.
    public List<EnhancedQueue> enhanced() {
        return enhanced;
    }

    /// @param budget how many commands at most
    /// @return whether there are more
    public boolean process(int budget) {
        if (anyEnhancedEnabled) {
            share(budget);
        } else {
            first.process(budget);
        }
        executor.complete();
        return first.ready() || anyEnhancedEnabled && anyReady();
    }

    private void share(int budget) {
        int left = budget - first.process(Math.max(1, budget / 2));
        for (int turns = 0; left > 0 && turns < enhanced.size(); turns++) {
            left -= enhanced.get(next).process(Math.min(left, TURN));
            next = (next + 1) % enhanced.size();
        }
        first.process(left);
    }

    private boolean anyReady() {
        for (EnhancedQueue queue : enhanced) {
            if (queue.ready()) {
                return true;
            }
        }
        return false;
    }

    /// Whether an enhanced queue is enabled, which guards the attributes of all queues.
    public boolean anyEnhancedEnabled() {
        return anyEnhancedEnabled;
    }

    private void recount() {
        boolean any = false;
        for (EnhancedQueue queue : enhanced) {
            any |= queue.enabled();
        }
        anyEnhancedEnabled = any;
    }
}
