package org.vinculum.contract.broken;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// Runs a test of a contract apart from the tests around it.
final class FailedTests {
    private FailedTests() {}

    /// What the test said when it failed; empty when it passed.
    ///
    /// @throws AssertionError when there is no such test, or it was skipped
    static String of(Class<?> contract, String test) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(contract, test))
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTestsSucceededCount() + summary.getTestsFailedCount() != 1) {
            throw new AssertionError("not run: " + test);
        }
        StringWriter failures = new StringWriter();
        summary.getFailures()
                .forEach(
                        failure -> new PrintWriter(failures, true).println(failure.getException()));
        return failures.toString();
    }
}
