package org.vinculum.acpi.iort.json;

import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.TableArray;

/// One node of a document while it is read.
///
/// @param index of the node in the document
record NodeSource(ObjectReader members, References references, int index) {
    private static final int MAX_REVISION = 0xff;

    /// A head whose revision is the least that has the node's fields, unless the document says one.
    ///
    /// @param least revision that has the fields which are not zero
    NodeHead head(int least) {
        return head(least, least);
    }

    /// @param usual revision when the document says none
    /// @throws org.vinculum.firmware.UnreadableInputException when it says one before `least`
    NodeHead head(int least, int usual) {
        int revision = (int) members.number("revision", 0, MAX_REVISION, usual);
        if (revision < least) {
            throw members.mistake("revision", "at least revision " + least + " for these members");
        }
        long identifier = members.number("identifier", 0, 0xffff_ffffL, index);
        return new NodeHead(0, 0, revision, identifier);
    }

    TableArray<IdMapping> mappings() {
        return MappingForm.read(members, references);
    }
}
