package org.vinculum.itests.linux.fault;

import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.walk.Translator;

/// Answers transactions in another way than it should, and everything else as it should.
record ChangedTranslator(Translator right, Answer answer) implements Translator {
    /// As [Translator#translate].
    @FunctionalInterface
    interface Answer {
        long translate(int stream, int substream, long address, int access, Outcome outcome);
    }

    @Override
    public long translate(int stream, int substream, long address, int access, Outcome outcome) {
        return answer.translate(stream, substream, address, access, outcome);
    }

    @Override
    public long requestTranslation(
            int stream, int substream, long address, int access, Outcome outcome) {
        return right.requestTranslation(stream, substream, address, access, outcome);
    }

    @Override
    public void prefetchConfiguration(int stream, int substream) {
        right.prefetchConfiguration(stream, substream);
    }

    @Override
    public void prefetchAddress(int stream, int substream, long address) {
        right.prefetchAddress(stream, substream, address);
    }

    @Override
    public long probe(
            int stream, int substream, long address, int access, int stages, boolean passive) {
        return right.probe(stream, substream, address, access, stages, passive);
    }

    @Override
    public int pasidInAnswers(int stream) {
        return right.pasidInAnswers(stream);
    }
}
