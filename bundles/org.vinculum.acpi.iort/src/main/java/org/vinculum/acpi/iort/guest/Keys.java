package org.vinculum.acpi.iort.guest;

/// What stands for the place of each node of a guest's table until it has one, in the order of the nodes.
///
/// @param smmus how many virtual SMMUs there are
record Keys(int smmus) {
    long its() {
        return 1;
    }

    long smmu(int index) {
        return its() + 1 + index;
    }

    long rootComplex() {
        return smmu(smmus);
    }

    long component(int index) {
        return rootComplex() + 1 + index;
    }
}
