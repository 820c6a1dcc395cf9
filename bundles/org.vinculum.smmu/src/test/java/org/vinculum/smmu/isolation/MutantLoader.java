package org.vinculum.smmu.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.smmu.TestedModels;

/// Loads the engine once more, with one class changed. Contracts stay those of the test.
final class MutantLoader extends ClassLoader {
    private static final String ENGINE = "org.vinculum.smmu.";
    private static final String VOCABULARY = "org.vinculum.smmu.spec.";

    private final Mutation mutation;

    MutantLoader(Mutation mutation) {
        super(MutantLoader.class.getClassLoader());
        this.mutation = mutation;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ENGINE) || name.startsWith(VOCABULARY)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = bytes(name);
        byte[] changed = name.equals(mutation.target()) ? mutation.applied(bytes) : bytes;
        return defineClass(name, changed, 0, changed.length);
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

    /// A model of the mutant.
    IommuModel model(String profile, int entries, IommuSurroundings surroundings) {
        try {
            MethodHandle maker =
                    MethodHandles.publicLookup()
                            .findStatic(
                                    loadClass(TestedModels.class.getName()),
                                    "of",
                                    MethodType.methodType(
                                            IommuModel.class,
                                            String.class,
                                            int.class,
                                            IommuSurroundings.class));
            return (IommuModel) maker.invokeExact(profile, entries, surroundings);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
