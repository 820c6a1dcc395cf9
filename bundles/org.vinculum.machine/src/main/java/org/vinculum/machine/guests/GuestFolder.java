package org.vinculum.machine.guests;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The folder of guests, looked at now and then: each `*.cfg` in it is one. For one thread.
public final class GuestFolder {
    static final String SUFFIX = ".cfg";

    /// More files than that are somebody's mistake.
    static final int MOST_GUESTS = 1024;

    private final Path folder;
    private final Surroundings around;
    private final long patience;
    private final SortedMap<String, Watched> guests = new TreeMap<>();
    private boolean tooMany;
    private boolean unreadable;

    /// @param patience how long files must be still before they count, in nanoseconds
    public GuestFolder(Path folder, Surroundings around, long patience) {
        this.folder = folder;
        this.around = around;
        this.patience = patience;
    }

    /// Looks once, and does what the files say.
    ///
    /// @param now a time in nanoseconds that only grows
    /// @param changed whether something in the surroundings has, so that what was refused is worth another try
    /// @return whether files are still being written, so that it is worth looking again soon
    public boolean look(long now, boolean changed) {
        SortedSet<String> names;
        try {
            names = names();
            unreadable = false;
        } catch (IOException e) {
            tellOnce(e);
            return false;
        }
        boolean freed = remove(names);
        for (String name : names) {
            Watched watched = guests.computeIfAbsent(name, this::watch);
            if (watched.due(now, patience)) {
                freed |= watched.take();
            }
        }
        retry(freed, changed);
        return guests.values().stream().anyMatch(Watched::moving);
    }

    private Watched watch(String name) {
        return new Watched(new Guest(folder, name, around));
    }

    private boolean remove(SortedSet<String> names) {
        boolean removed = false;
        for (Iterator<Watched> all = guests.values().iterator(); all.hasNext(); ) {
            Watched watched = all.next();
            if (!names.contains(watched.guest().name())) {
                watched.guest().remove();
                all.remove();
                removed = true;
            }
        }
        return removed;
    }

    // What one gave back another may have been waiting for.
    private void retry(boolean freed, boolean changed) {
        for (Watched watched : guests.values()) {
            boolean worth =
                    changed && watched.guest().refused() || freed && watched.guest().waits();
            if (worth && !watched.moving()) {
                watched.take();
            }
        }
    }

    private SortedSet<String> names() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        boolean more = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                names.add(name.substring(0, name.length() - SUFFIX.length()));
                if (names.size() > MOST_GUESTS) {
                    names.removeLast();
                    more = true;
                }
            }
        }
        if (more && !tooMany) {
            around.news().warn("more than " + MOST_GUESTS + " guests; the last by name are left");
        }
        tooMany = more;
        return names;
    }

    private void tellOnce(IOException e) {
        if (!unreadable) {
            around.news().warn("the guests' folder cannot be read: " + e);
        }
        unreadable = true;
    }
}
