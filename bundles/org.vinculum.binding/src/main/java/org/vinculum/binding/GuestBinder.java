package org.vinculum.binding;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;

/// The main job: from a host description and a guest configuration to the guest's description. A service.
@ProviderType
public interface GuestBinder {
    /// @param host the machine's firmware, any format that a reader is installed for
    /// @param config xl.cfg syntax
    /// @param partial a device tree with `/passthrough`, DTB or DTS
    /// @param previous an earlier `binding.json`, whose IDs are kept
    record Request(
            InputFile host,
            InputFile config,
            Optional<InputFile> partial,
            Optional<InputFile> previous) {}

    /// @param files what is to be written, complete, in the order of the documentation
    /// @param rows the printed table, in configuration order
    /// @param notes warnings and notes for the user, in the order met
    /// @param resources what the guest is given beside its streams
    record Result(
            Binding binding,
            List<OutputFile> files,
            List<Row> rows,
            List<Finding> notes,
            GuestResources resources) {
        /// Without a word on resources.
        public Result(
                Binding binding, List<OutputFile> files, List<Row> rows, List<Finding> notes) {
            this(binding, files, rows, notes, GuestResources.NONE);
        }
    }

    /// One line of the printed table; `why` says in words why the vSID is what it is.
    record Row(
            String guestNode,
            String hostDevice,
            String iommu,
            String psid,
            String vsid,
            String why) {}

    /// Binds; writes nothing.
    ///
    /// @throws BindingRefusedException with every reason found
    /// @throws org.vinculum.firmware.UnreadableInputException when an input cannot be understood
    Result bind(Request request);

    /// The files that [#bind] reads because the configuration names them, so that no output is written over one.
    ///
    /// @param config xl.cfg syntax
    /// @throws org.vinculum.firmware.UnreadableInputException when it cannot be understood
    default List<Path> filesNamedBy(InputFile config) {
        return List.of();
    }
}
