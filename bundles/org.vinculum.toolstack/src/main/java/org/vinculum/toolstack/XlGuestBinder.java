package org.vinculum.toolstack;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.GuestFirmwareWriter;
import org.vinculum.binding.IdMapper;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.preference.Preference;
import org.vinculum.toolstack.bind.GuestBinding;
import org.vinculum.toolstack.bind.Services;

/// Binds guests configured in xl.cfg; the mapper and the firmware formats may change between two calls.
@Component(name = "org.vinculum.toolstack.binder")
@Capability(namespace = "vinculum.contract", name = "guest.binder", version = "1.0")
public final class XlGuestBinder implements GuestBinder {
    private final DeviceTreeCodec codec;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, FirmwareReader>> readers;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, GuestFirmwareWriter>> writers;

    @Reference(policy = DYNAMIC, policyOption = GREEDY)
    private volatile IdMapper mapper;

    @Activate
    public XlGuestBinder(@Reference DeviceTreeCodec codec) {
        this.codec = codec;
    }

    @Override
    public Result bind(Request request) {
        return GuestBinding.of(
                request,
                new Services(
                        Preference.bestFirst(readers),
                        Preference.bestFirst(writers),
                        codec,
                        mapper));
    }

    @Override
    public List<Path> filesNamedBy(InputFile config) {
        return GuestBinding.filesNamedBy(config);
    }
}
