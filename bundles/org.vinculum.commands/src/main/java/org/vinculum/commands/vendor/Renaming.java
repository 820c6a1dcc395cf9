package org.vinculum.commands.vendor;

import java.nio.charset.StandardCharsets;

/// Turns a file of the example into one of the new bundle. Three spellings of the example's name stand for the bundle's
/// name, its package as a path, and its name with hyphens; Java's packages are told from names by their place in a line.
final class Renaming {
    private static final String NAME = "example.vendor";
    private static final String PATH = "example/vendor";
    private static final String HYPHENED = "example-vendor";

    private final BundleName bundle;

    Renaming(BundleName bundle) {
        this.bundle = bundle;
    }

    /// @param content UTF-8
    NewFile of(String path, byte[] content) {
        boolean java = path.endsWith(".java");
        StringBuilder text = new StringBuilder(content.length);
        for (String line : new String(content, StandardCharsets.UTF_8).split("(?<=\n)")) {
            boolean code = java && (line.startsWith("package ") || line.startsWith("import "));
            text.append(line(line, code));
        }
        return new NewFile(path(path), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String line(String line, boolean code) {
        return path(line)
                .replace(NAME, code ? bundle.packageName() : bundle.symbolicName())
                .replace(HYPHENED, bundle.hyphened());
    }

    private String path(String path) {
        return path.replace(PATH, bundle.packageName().replace('.', '/'));
    }
}
