package org.vinculum.devicetree.source;

import java.util.Iterator;

/// Guesses the boot CPU as dtc does: the one-cell `reg` of the first node ever written into `/cpus`, otherwise 0.
final class BootCpu {
    private BootCpu() {}

    /// To be asked before references are filled in: an open one counts as 0xffffffff.
    static int guess(SourceTree tree) {
        SourceNode cpus = tree.find("/cpus", tree.root().place());
        Iterator<SourceNode> children = cpus == null ? null : cpus.children().iterator();
        if (children == null || !children.hasNext()) {
            return 0;
        }
        SourceProperty reg = children.next().property("reg");
        return reg == null || reg.value().bytes().length != 4 ? 0 : reg.value().firstCell();
    }
}
