package org.vinculum.commands.inspect;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.MessageTarget;

/// What firmware says of a device's DMA beside its streams, in words; nothing where it says nothing.
final class DmaWords {
    private DmaWords() {}

    /// `40 address bits, ATS, PRI, stall, PASIDs of 20 bits`.
    static String of(DmaFeatures dma) {
        List<String> words = new ArrayList<>();
        dma.addressBits().ifPresent(bits -> words.add(bits + " address bits"));
        addIf(dma.ats(), "ATS", words);
        addIf(dma.pri(), "PRI", words);
        addIf(dma.stall(), "stall", words);
        addIf(dma.pasidBits() > 0, "PASIDs of " + dma.pasidBits() + " bits", words);
        return String.join(", ", words);
    }

    /// What follows the streams of a master: `; 40 address bits; messages 0x2-0x3 to IORT:0x30`.
    static String after(Master master) {
        String features = of(master.dma());
        return (features.isEmpty() ? "" : "; " + features) + messages(master.messages());
    }

    private static String messages(List<MessageTarget> targets) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < targets.size()) {
            int last = lastOfRun(targets, at);
            MessageTarget first = targets.get(at);
            text.append(text.isEmpty() ? "; messages " : ", ")
                    .append(Numbers.run(first.deviceId(), last - at + 1L))
                    .append(" to ")
                    .append(first.controller());
            at = last + 1;
        }
        return text.toString();
    }

    private static int lastOfRun(List<MessageTarget> targets, int first) {
        int last = first;
        while (last + 1 < targets.size() && follows(targets.get(last), targets.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean follows(MessageTarget one, MessageTarget next) {
        return next.deviceId() == one.deviceId() + 1 && next.controller().equals(one.controller());
    }

    private static void addIf(boolean said, String word, List<String> words) {
        if (said) {
            words.add(word);
        }
    }
}
