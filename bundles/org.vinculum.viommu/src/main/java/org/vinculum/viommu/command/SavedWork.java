package org.vinculum.viommu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SavedState.Stalled;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.viommu.stall.PageGroups;
import org.vinculum.viommu.stall.Stalls;
import org.vinculum.viommu.state.SavedPart;
import org.vinculum.viommu.state.SavedRecords;
import org.vinculum.viommu.stream.DecisionText;
import org.vinculum.viommu.stream.GuestStream;
import org.vinculum.viommu.stream.GuestStreams;
import org.vinculum.viommu.stream.OwedAnswers;

/// What of the work on the hosts goes into a saved state: what was decided about each stream, which is not what the guest's
/// tables say by now, the command in progress, and what waits for the guest.
final class SavedWork implements SavedPart {
    private static final String STREAM = "stream.";
    private static final String GROUPS = "pageGroups.";
    private static final String COMMAND = "command";
    private static final String TIMED_OUT = "command.timedOut";
    private static final String ANSWERED = "stalls.answered";
    private static final String ABORTING = "stalls.aborting";
    private static final String TERMINATING = "stalls.terminating";
    private static final int EVENT_WORDS = 4;

    /// More than any host lets wait.
    private static final int MOST_RECORDS = 1 << 16;

    private final GuestStreams streams;
    private final Stalls stalls;
    private final OwedAnswers owed;
    private final PageGroups groups;
    private final GuestCommands commands;

    SavedWork(
            GuestStreams streams,
            Stalls stalls,
            OwedAnswers owed,
            PageGroups groups,
            GuestCommands commands) {
        this.streams = streams;
        this.stalls = stalls;
        this.owed = owed;
        this.groups = groups;
        this.commands = commands;
    }

    @Override
    public void save(List<Stalled> stalled, SortedMap<String, String> more) {
        stalled.addAll(stalls.save());
        put(more, ANSWERED, stalls.answered());
        put(more, ABORTING, owed.save(true));
        put(more, TERMINATING, owed.save(false));
        for (int i = 0; i < streams.count(); i++) {
            GuestStream stream = streams.at(i);
            if (streams.decided(stream)) {
                more.put(STREAM + stream.vsid(), DecisionText.of(stream.decision()));
            }
            long[] open = groups.save(stream.vsid().value());
            if (open.length > 0) {
                more.put(GROUPS + stream.vsid(), text(open));
            }
        }
        CommandInProgress command = commands.inProgress();
        if (command.active()) {
            more.put(COMMAND, text(command.word0(), command.word1(), command.cursor()));
        }
        if (commands.sync().timedOut()) {
            more.put(TIMED_OUT, text(1));
        }
    }

    private static void put(SortedMap<String, String> more, String name, List<Words> records) {
        if (!records.isEmpty()) {
            more.put(name, SavedRecords.text(records));
        }
    }

    @Override
    public List<String> refusals(SavedState state) {
        List<String> reasons = new ArrayList<>();
        state.more().forEach((name, value) -> check(name, value, reasons));
        int most = Idr5.STALL_MAX.get((int) state.register("IDR5"));
        for (Stalled one : state.stalled()) {
            if (one.stag() < 0 || one.stag() >= most || one.event().size() != EVENT_WORDS) {
                reasons.add("The stalled transaction " + one.stag() + " is not one of a guest.");
            }
        }
        return reasons;
    }

    private void check(String name, String value, List<String> reasons) {
        boolean readable =
                switch (name) {
                    case COMMAND -> numbers(value).length == 3;
                    case TIMED_OUT -> true;
                    case ANSWERED, ABORTING, TERMINATING ->
                            SavedRecords.readable(value, MOST_RECORDS);
                    default -> !name.startsWith(STREAM) || DecisionText.read(value) != null;
                };
        if (!readable || name.startsWith(GROUPS) && numbers(value).length == 0) {
            reasons.add("The state's " + name + " cannot be read: " + value + ".");
        }
    }

    @Override
    public void restore(SavedState state) {
        stalls.restore(state.stalled());
        stalls.answered(SavedRecords.records(state.more().get(ANSWERED)));
        owed.restore(SavedRecords.records(state.more().get(ABORTING)), true);
        owed.restore(SavedRecords.records(state.more().get(TERMINATING)), false);
        streams.forget();
        for (int i = 0; i < streams.count(); i++) {
            GuestStream stream = streams.at(i);
            String decision = state.more().get(STREAM + stream.vsid());
            if (decision != null) {
                streams.restore(stream, DecisionText.read(decision));
            }
            String open = state.more().get(GROUPS + stream.vsid());
            groups.restore(stream.vsid().value(), open == null ? new long[0] : numbers(open));
        }
        commands.sync().restore(state.more().containsKey(TIMED_OUT));
        String command = state.more().get(COMMAND);
        if (command == null) {
            commands.inProgress().end();
        } else {
            long[] words = numbers(command);
            commands.inProgress().restore(words[0], words[1], words[2]);
        }
    }

    private static String text(long... numbers) {
        StringBuilder text = new StringBuilder();
        for (long number : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(Long.toHexString(number));
        }
        return text.toString();
    }

    /// None for what is no row of hexadecimal numbers.
    private static long[] numbers(String text) {
        String[] words = text.split(" ");
        long[] numbers = new long[words.length];
        try {
            for (int i = 0; i < words.length; i++) {
                numbers[i] = Long.parseUnsignedLong(words[i], 16);
            }
            return numbers;
        } catch (NumberFormatException e) {
            return new long[0];
        }
    }
}
