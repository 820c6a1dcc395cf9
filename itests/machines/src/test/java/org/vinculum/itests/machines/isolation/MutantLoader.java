package org.vinculum.itests.machines.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.itests.machines.PlainHypervisor;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// Loads hypervisor, virtual SMMU and swap once more, with some classes changed. Contracts and models stay those of the test.
final class MutantLoader extends ClassLoader {
    private static final List<String> CHANGED =
            List.of("org.vinculum.hypervisor.", "org.vinculum.viommu.", "org.vinculum.swap.");
    private static final Set<String> OURS =
            Set.of(
                    WatchedHypervisor.class.getName(),
                    WatchedHypervisor.class.getName() + "$Watched",
                    Defects.class.getName(),
                    SwapDefects.class.getName(),
                    PlainHypervisor.class.getName(),
                    PlainHypervisor.class.getName() + "$Bundled");

    /// What contracts speak of.
    private static final Set<String> SHARED =
            Set.of(
                    SwapReport.class.getName(),
                    SwapRecord.class.getName(),
                    SwapRecord.Outcome.class.getName(),
                    SwapRefusedException.class.getName());

    private final List<Mutation> mutations;

    MutantLoader(List<Mutation> mutations) {
        super(MutantLoader.class.getClassLoader());
        this.mutations = mutations;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean changed = !SHARED.contains(name) && CHANGED.stream().anyMatch(name::startsWith);
        if (!OURS.contains(name) && !changed) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = bytes(name);
        for (Mutation mutation : mutations) {
            if (mutation.target().equals(name)) {
                bytes = mutation.applied(bytes);
            }
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The mutant without a watch.
    Hypervisor hypervisor() {
        try {
            return (Hypervisor)
                    loadClass(PlainHypervisor.class.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A machine under the mutant.
    Machine start(MachineDescription description, Watch watch, LongSupplier time) {
        try {
            MethodHandle maker =
                    MethodHandles.publicLookup()
                            .findStatic(
                                    loadClass(WatchedHypervisor.class.getName()),
                                    "start",
                                    MethodType.methodType(
                                            Machine.class,
                                            MachineDescription.class,
                                            Watch.class,
                                            LongSupplier.class));
            return (Machine) maker.invokeExact(description, watch, time);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
