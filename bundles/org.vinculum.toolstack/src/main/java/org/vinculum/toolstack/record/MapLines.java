package org.vinculum.toolstack.record;

import java.nio.charset.StandardCharsets;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.firmware.Iommu;
import org.vinculum.toolstack.host.Host;

/// Writes `binding.cfg`: the map as `iommu_devid_map`, one entry on a line, to be pasted into an xl.cfg.
public record MapLines(Binding binding, Host host) {
    public byte[] text() {
        StringBuilder out = new StringBuilder("iommu_devid_map = [\n");
        for (BoundStream stream : binding.streams()) {
            out.append("    \"")
                    .append(stream.physical().id())
                    .append('@')
                    .append(stream.vsid())
                    .append(',')
                    .append(base(stream))
                    .append("\",\n");
        }
        return out.append("]\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String base(BoundStream stream) {
        return host.iommu(stream.physical().iommu()).flatMap(Iommu::base).orElseThrow().toString();
    }
}
