package org.vinculum.toolstack.bind;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareFormat;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.toolstack.config.GuestConfig;
import org.vinculum.toolstack.config.GuestConfigReader;
import org.vinculum.toolstack.config.Value;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.partial.PartialTree;
import org.vinculum.toolstack.record.Previous;
import org.vinculum.toolstack.record.PreviousReader;
import org.vinculum.toolstack.verdict.Verdict;

/// Everything a request names, read.
record Inputs(
        GuestConfig config, Host host, String hostSha256, PartialTree partial, Previous previous) {
    static Inputs read(
            GuestBinder.Request request,
            List<FirmwareReader> readers,
            DeviceTreeCodec codec,
            Verdict verdict) {
        GuestConfig config = GuestConfigReader.read(request.config());
        verdict.addAll(config.notes());
        InputFile host = request.host();
        Firmware firmware = FirmwareFormat.readerFor(host, readers).read(host);
        return new Inputs(
                config,
                new Host(firmware.platform(), () -> codec.read(host)),
                sha256(host.content()),
                partial(request, config, codec, verdict),
                request.previous().map(PreviousReader::read).orElse(Previous.NONE));
    }

    // What the user gives on the command line beats `device_tree`, which names a file on the
    // machine
    // that will run xl and, in a build, may name what we write.
    private static PartialTree partial(
            GuestBinder.Request request,
            GuestConfig config,
            DeviceTreeCodec codec,
            Verdict verdict) {
        Optional<InputFile> file = request.partial();
        if (file.isEmpty() && config.deviceTree().isPresent()) {
            file = Optional.of(configured(request.config(), config.deviceTree().get()));
        }
        return file.flatMap(f -> PartialTree.of(f.name(), codec.read(f), verdict))
                .orElseGet(PartialTree::empty);
    }

    private static InputFile configured(InputFile config, Value.Atom name) {
        return InputFile.read(path(config, name));
    }

    /// The file that a configuration means by `name`.
    static Path path(InputFile config, Value.Atom name) {
        try {
            Path path = Path.of(name.text());
            return config.folder().map(f -> f.resolve(path)).orElse(path);
        } catch (InvalidPathException e) {
            throw name.place().error("the path of a device tree", "'" + name.text() + "'");
        }
    }

    private static String sha256(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
