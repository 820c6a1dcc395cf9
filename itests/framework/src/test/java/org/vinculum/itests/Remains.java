package org.vinculum.itests;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.management.ObjectName;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.ListenerHook;
import org.osgi.framework.wiring.BundleWiring;

/// What of a framework is there at one moment, to compare with another moment.
///
/// @param objects of our classes that can be reached, by class
/// @param bytes of all objects that can be reached
/// @param services that are registered
/// @param listeners for services
record Remains(Map<String, Long> objects, long bytes, int services, int listeners) {
    private static final String OURS = "org.vinculum.";
    private static final int COLLECTIONS = 50;
    private static final long PAUSE_NANOS = 300_000_000;

    static Remains of(BundleContext context) throws Exception {
        Map<String, Long> objects = new TreeMap<>();
        long bytes = 0;
        for (String line : histogram().split("\n")) {
            String[] words = line.trim().split("\\s+");
            if (words.length >= 4 && words[0].endsWith(":")) {
                bytes += Long.parseLong(words[2]);
                if (words[3].startsWith(OURS)) {
                    objects.merge(named(words[3]), Long.parseLong(words[1]), Long::sum);
                }
            }
        }
        return new Remains(objects, bytes, services(context), listeners(context));
    }

    /// Lambdas of the same place have the same name, whoever has loaded it.
    private static String named(String type) {
        int address = type.indexOf('/');
        return address < 0 ? type : type.substring(0, address);
    }

    /// Of what is left after a collection: rank, instances, bytes and class in a line.
    private static String histogram() throws Exception {
        return (String)
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "gcClassHistogram",
                                new Object[] {new String[0]},
                                new String[] {String[].class.getName()});
    }

    private static int services(BundleContext context) throws Exception {
        ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
        return all.length;
    }

    /// A hook is told of all that are there when it comes.
    private static int listeners(BundleContext context) {
        AtomicInteger listeners = new AtomicInteger();
        ListenerHook hook =
                new ListenerHook() {
                    @Override
                    public void added(Collection<ListenerInfo> added) {
                        listeners.addAndGet(added.size());
                    }

                    @Override
                    public void removed(Collection<ListenerInfo> removed) {
                        listeners.addAndGet(-removed.size());
                    }
                };
        context.registerService(ListenerHook.class, hook, null).unregister();
        return listeners.get();
    }

    /// Classes of ours of which there are more than before, and how many more.
    Map<String, Long> moreThan(Remains before, int allowed) {
        Map<String, Long> more = new LinkedHashMap<>();
        objects.forEach((type, count) -> {
            long grown = count - before.objects.getOrDefault(type, 0L);
            if (grown > allowed) {
                more.put(type, grown);
            }
        });
        return more;
    }

    /// Threads that somebody has started to swap something.
    static List<String> swappers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("swap"))
                .toList();
    }

    /// To see later whether anything still holds what a bundle has loaded.
    static WeakReference<ClassLoader> loader(Bundle bundle) {
        return new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
    }

    /// Waits until nothing holds them any more. A compiler may do so until it has done with a method, and has to be given the
    /// time for that between two collections.
    static void awaitCollected(List<WeakReference<ClassLoader>> loaders) {
        for (int i = 0; i < COLLECTIONS; i++) {
            forgetWhatIsHeldSoftly();
            System.gc();
            if (held(loaders) == 0) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError(held(loaders) + " class loaders of " + loaders.size());
    }

    /// The JDK remembers the latest record type of which it has linked `equals`, as long as there is memory.
    private static void forgetWhatIsHeldSoftly() {
        try {
            Reference.reachabilityFence(new long[Integer.MAX_VALUE - Long.BYTES]);
        } catch (OutOfMemoryError _) {
            // all that is held softly has been let go before it was thrown
        }
    }

    private static long held(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(one -> one.get() != null).count();
    }
}
