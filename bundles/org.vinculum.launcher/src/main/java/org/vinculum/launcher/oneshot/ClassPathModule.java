package org.vinculum.launcher.oneshot;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;

/// One bundle jar on the class path: the framework reads its headers and resources, the JVM its classes.
final class ClassPathModule implements ConnectModule, ConnectContent {
    private final Path path;
    private JarFile jar;

    ClassPathModule(Path path) {
        this.path = path;
    }

    @Override
    public ConnectContent getContent() {
        return this;
    }

    @Override
    public void open() throws IOException {
        if (jar == null) {
            jar = new JarFile(path.toFile(), false);
        }
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
            jar = null;
        }
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.of(ClassPathModule.class.getClassLoader());
    }

    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.empty();
    }

    @Override
    public Iterable<String> getEntries() {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    @Override
    public Optional<ConnectEntry> getEntry(String name) {
        ZipEntry entry = jar.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(new Entry(entry));
    }

    private final class Entry implements ConnectEntry {
        private final ZipEntry entry;

        Entry(ZipEntry entry) {
            this.entry = entry;
        }

        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream in = jar.getInputStream(entry);
            if (in == null) {
                throw new FileNotFoundException(getName());
            }
            return in;
        }
    }
}
