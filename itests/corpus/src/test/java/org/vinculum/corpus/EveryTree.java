package org.vinculum.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Puts one question to every tree, on two threads, and gathers the answers that are not as hoped.
final class EveryTree {
    private EveryTree() {}

    /// A fault in words, or null when the tree passes.
    @FunctionalInterface
    interface Question {
        String ask(Path file) throws Exception;
    }

    /// The faults in the corpus' order. An exception is a fault, with its type.
    static List<String> faults(Question question) {
        List<Path> trees = Corpus.trees();
        List<String> faults =
                trees.parallelStream()
                        .map(file -> answer(question, file))
                        .filter(Objects::nonNull)
                        .toList();
        System.out.println("trees asked: " + trees.size() + ", faults: " + faults.size());
        return faults;
    }

    private static String answer(Question question, Path file) {
        try {
            String fault = question.ask(file);
            return fault == null ? null : file.getFileName() + ": " + fault;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return file.getFileName() + ": " + e;
        }
    }
}
