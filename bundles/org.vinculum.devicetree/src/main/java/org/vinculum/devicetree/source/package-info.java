/// Device-tree source (DTSpec 0.4, 6) as dtc 1.6.1 reads and writes it, bug for bug where bytes depend on it.
///
/// Text becomes tokens ([Lexer]), tokens become a tree that still knows what was deleted and which cells refer to
/// something ([NodeReader]), and a row of small passes turns that into the tree of the model.
///
/// @spec https://www.devicetree.org/specifications DTSpec 0.4
package org.vinculum.devicetree.source;
