package org.vinculum.itests;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// A vendor's bundle with a model `smmuv3-3.2` that is preferred to ours. It passes everything on to one of ours, and does in
/// some calls what a test wants.
final class VendorModel {
    static final String NAME = "com.example.model";

    /// What hangs waits at this, so that a test can let it go in the end.
    private static final String LATCH = "org.vinculum.itests.latch";

    private static final String SOURCE =
            """
            package com.example.model;

            import java.util.Map;
            import java.util.Set;
            import java.util.concurrent.Semaphore;
            import org.osgi.service.component.annotations.Activate;
            import org.osgi.service.component.annotations.Component;
            import org.osgi.service.component.annotations.Reference;
            import org.vinculum.iommu.IommuModel;
            import org.vinculum.iommu.IommuModelFactory;
            import org.vinculum.iommu.IommuSurroundings;
            import org.vinculum.iommu.Outcome;
            import org.vinculum.iommu.SavedState;
            import org.vinculum.iommu.SmmuProfile.Erratum;

            @Component(
                    name = "com.example.model",
                    property = {"service.ranking:Integer=7", "vinculum.version=VERSION"})
            @ACTIVATOR
            public final class Acme implements IommuModelFactory {
                private final IommuModelFactory engine;

                @Activate
                public Acme(
                        @Reference(target = "(&(name=smmuv3-3.2)(vinculum.engine<=1))")
                                IommuModelFactory engine) {
                    this.engine = engine;
                    ON activate
                }

                static void fail(String what) {
                    throw new IllegalArgumentException(what);
                }

                static void hang() {
                    ((Semaphore) System.getProperties().get("LATCH")).acquireUninterruptibly();
                }

                @Override
                public String name() {
                    ON name
                    return "smmuv3-3.2";
                }

                @Override
                public String kind() {
                    ON kind
                    return engine.kind();
                }

                @Override
                public Map<String, String> features() {
                    return engine.features();
                }

                @Override
                public Set<Erratum> errata() {
                    return engine.errata();
                }

                @Override
                public IommuModel create(IommuSurroundings around, Map<String, Long> shown) {
                    ON create
                    return new Model(engine.create(around, shown), !shown.isEmpty());
                }

                /// @param inPlace false while it is only tried
                record Model(IommuModel model, boolean inPlace) implements IommuModel {
                    @Override
                    public long frameSize() {
                        return model.frameSize();
                    }

                    @Override
                    public long read(long offset, int width) {
                        ON read
                        return model.read(offset, width);
                    }

                    @Override
                    public void write(long offset, int width, long value) {
                        model.write(offset, width, value);
                    }

                    @Override
                    public boolean process(int budget) {
                        return model.process(budget);
                    }

                    @Override
                    public long translate(
                            int stream, int substream, long address, int access, Outcome outcome) {
                        ON translate
                        return model.translate(stream, substream, address, access, outcome);
                    }

                    @Override
                    public long requestTranslation(
                            int stream, int substream, long address, int access, Outcome outcome) {
                        return model.requestTranslation(
                                stream, substream, address, access, outcome);
                    }

                    @Override
                    public void requestPage(
                            int stream,
                            int substream,
                            long address,
                            int access,
                            int group,
                            boolean last) {
                        model.requestPage(stream, substream, address, access, group, last);
                    }

                    @Override
                    public SavedState save() {
                        return model.save();
                    }

                    @Override
                    public void restore(SavedState state) {
                        ON restore
                        model.restore(state);
                    }
                }
            }
            """;

    private static final String ACTIVATOR =
            """
            @org.osgi.annotation.bundle.Header(
                    name = "Bundle-Activator",
                    value = "com.example.model.Acme$Starter")
            """;

    private static final String STARTER =
            """
                public static final class Starter implements org.osgi.framework.BundleActivator {
                    @Override
                    public void start(org.osgi.framework.BundleContext context) {
                        ON start
                    }

                    @Override
                    public void stop(org.osgi.framework.BundleContext context) {}
                }
            """;

    private final String version;
    private final Map<String, String> happenings = new LinkedHashMap<>();

    VendorModel(String version) {
        this.version = version;
    }

    /// As people see it in the place of an SMMU.
    String title() {
        return "smmuv3-3.2 " + version;
    }

    /// @param call one of `start` of a bundle activator, `activate`, `name`, `kind`, `create`, `read`, `translate`, `restore`
    /// @param statement before anything else; `fail("why");` and `hang();` are there, and the field `inPlace` in calls of a model
    VendorModel on(String call, String statement) {
        happenings.put(call, statement);
        return this;
    }

    byte[] jar(Path work) throws Exception {
        String source = SOURCE.replace("VERSION", version).replace("LATCH", LATCH);
        if (happenings.containsKey("start")) {
            source = source.replace("@ACTIVATOR\n", ACTIVATOR);
            int end = source.lastIndexOf('}');
            source = source.substring(0, end) + STARTER + "}\n";
        }
        for (Map.Entry<String, String> one : happenings.entrySet()) {
            source = source.replace("ON " + one.getKey() + "\n", one.getValue() + "\n");
        }
        source = source.replaceAll("ON \\w+\n", "\n").replace("@ACTIVATOR\n", "");
        return MadeBundle.of(work, NAME, "Acme", source);
    }

    /// What hangs does so from now on.
    static void latch() {
        System.getProperties().put(LATCH, new Semaphore(0));
    }

    /// Whether as many threads hang.
    static boolean hang(int threads) {
        return System.getProperties().get(LATCH) instanceof Semaphore latch
                && latch.getQueueLength() == threads;
    }

    /// Lets all of it go.
    static void letGo() {
        if (System.getProperties().remove(LATCH) instanceof Semaphore latch) {
            latch.release(Integer.MAX_VALUE / 2);
        }
    }
}
