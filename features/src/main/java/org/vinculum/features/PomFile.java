package org.vinculum.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// A pom of this tree, as far as the kit for vendors needs it.
record PomFile(Element project) {
    /// What a pom names: a dependency, a plugin, a bill of materials.
    record Named(String group, String artifact, String version, String scope) {}

    static PomFile read(Path file) throws IOException {
        try {
            return new PomFile(
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file.toString(), e);
        }
    }

    /// The text at a path below the project; empty when there is none.
    String text(String... path) {
        Optional<Element> at = Optional.of(project);
        for (String name : path) {
            at = at.flatMap(element -> child(element, name));
        }
        return at.map(element -> element.getTextContent().strip()).orElse("");
    }

    /// The elements of the list at a path below the project.
    List<Named> list(String... path) {
        Optional<Element> at = Optional.of(project);
        for (String name : path) {
            at = at.flatMap(element -> child(element, name));
        }
        List<Named> list = new ArrayList<>();
        at.ifPresent(element -> children(element).forEach(one -> list.add(named(one))));
        return list;
    }

    private static Named named(Element element) {
        return new Named(
                textOf(element, "groupId"),
                textOf(element, "artifactId"),
                textOf(element, "version"),
                textOf(element, "scope"));
    }

    private static String textOf(Element element, String name) {
        return child(element, name).map(child -> child.getTextContent().strip()).orElse("");
    }

    private static Optional<Element> child(Element element, String name) {
        return children(element).stream().filter(one -> one.getTagName().equals(name)).findFirst();
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element one) {
                children.add(one);
            }
        }
        return children;
    }
}
