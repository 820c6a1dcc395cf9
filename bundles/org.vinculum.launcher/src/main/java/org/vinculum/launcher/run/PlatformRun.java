package org.vinculum.launcher.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.vinculum.launcher.distribution.Distribution;
import org.vinculum.launcher.report.FailureReport;
import org.vinculum.launcher.report.Start;
import org.vinculum.launcher.report.StartFailure;

/// `vinculum run`: the framework with storage that stays, bundles that come and go, and a shell where there is a terminal.
public final class PlatformRun {
    private static final int UNUSABLE = 2;

    /// Without it there would be no deploy folder, so nobody has to ask for it.
    private static final String DEPLOY = "deploy";

    private static final String SHELL = "shell";

    private final Distribution distribution;

    public PlatformRun(Distribution distribution) {
        this.distribution = distribution;
    }

    /// Runs until it is ended.
    ///
    /// @param arguments what follows `run`
    /// @return the exit code
    public int until(List<String> arguments)
            throws BundleException, IOException, InterruptedException {
        try {
            RunOptions options = RunOptions.parse(arguments);
            if (options.help()) {
                System.out.print(RunOptions.USAGE);
                return 0;
            }
            List<String> features = features(options, onTerminal());
            try (RunFolder folder = RunFolder.open(options.folder())) {
                return run(folder, features);
            }
        } catch (UnusableRunException e) {
            System.err.println("vinculum: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private int run(RunFolder folder, List<String> features)
            throws BundleException, IOException, InterruptedException {
        // JLine looks for its terminal through the context class loader, where ours would hide the
        // bundle's own.
        Thread.currentThread().setContextClassLoader(null);
        Framework framework = new FrameworkFactory().newFramework(FrameworkSettings.of(folder));
        Interruption interruption = Interruption.watch(framework);
        try {
            start(framework, folder, features);
        } catch (StartFailure e) {
            int code = FailureReport.write(e);
            framework.stop();
            return code;
        }
        System.err.println("vinculum: running " + String.join(", ", features) + " in " + folder);
        framework.waitForStop(0);
        interruption.giveWay();
        return 0;
    }

    private void start(Framework framework, RunFolder folder, List<String> features)
            throws BundleException, IOException {
        framework.init();
        List<Bundle> bundles =
                new FeatureBundles(distribution, framework.getBundleContext())
                        .align(distribution.features(features), folder.deploy());
        framework.start();
        Start start = new Start(framework.getBundleContext());
        start.all(bundles);
        start.refuseUnresolved();
    }

    private List<String> features(RunOptions options, boolean terminal) throws IOException {
        List<String> there = distribution.featureNames();
        List<String> wanted =
                new ArrayList<>(
                        options.named() ? options.features() : distribution.ordinaryFeatureNames());
        for (String name : wanted) {
            if (!there.contains(name)) {
                throw new UnusableRunException(
                        "no feature " + name + "; there are " + String.join(", ", there));
            }
        }
        if (!terminal) {
            wanted.remove(SHELL);
        }
        if (!wanted.contains(DEPLOY)) {
            wanted.add(DEPLOY);
        }
        return wanted;
    }

    private static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
