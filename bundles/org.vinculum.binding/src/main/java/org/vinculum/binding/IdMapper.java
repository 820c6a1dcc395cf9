package org.vinculum.binding;

import org.osgi.annotation.versioning.ConsumerType;

/// Gives every stream of an assignment its virtual ID. A service; the highest ranked one is asked.
///
/// Must be a function of its argument: the same assignment gives the same binding on every machine.
@ConsumerType
public interface IdMapper {
    /// A short name for reports, e.g. `lowest-free`.
    String name();

    /// Binds every stream of the assignment.
    ///
    /// @throws BindingRefusedException with every reason found
    Binding map(Assignment assignment);
}
