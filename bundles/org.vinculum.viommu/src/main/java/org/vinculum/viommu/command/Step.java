package org.vinculum.viommu.command;

/// How far a command has got.
enum Step {
    /// All it was to do has been given to the hosts.
    DONE,
    /// It goes on later, from its cursor.
    SUSPENDED,
    /// CERROR_ILL.
    ILLEGAL
}
