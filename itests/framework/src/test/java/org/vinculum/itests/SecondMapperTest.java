package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class SecondMapperTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("vinculum.root"), "docs", "example");

    /// Gives every stream the ID 0x40 above its place in the list.
    private static final String SOURCE =
            """
            package com.example.mapper;

            import java.util.ArrayList;
            import java.util.List;
            import org.osgi.service.component.annotations.Component;
            import org.vinculum.binding.Assignment;
            import org.vinculum.binding.Binding;
            import org.vinculum.binding.BoundStream;
            import org.vinculum.binding.IdMapper;
            import org.vinculum.binding.Origin;
            import org.vinculum.binding.VirtualIommuNode;
            import org.vinculum.memory.StreamId;

            @Component(name = "com.example.mapper", property = "service.ranking:Integer=RANKING")
            public final class FromForty implements IdMapper {
                @Override
                public String name() {
                    return "from-0x40";
                }

                @Override
                public Binding map(Assignment assignment) {
                    List<BoundStream> streams = new ArrayList<>();
                    for (Assignment.Claim claim : assignment.claims()) {
                        streams.add(
                                new BoundStream(
                                        claim.viommu(),
                                        new StreamId(0x40 + streams.size()),
                                        claim.physical(),
                                        List.of(claim.device()),
                                        List.of(claim.guestNode()),
                                        claim.vrid(),
                                        Origin.ALLOCATED));
                    }
                    VirtualIommuNode node = assignment.viommus().getFirst();
                    node = new VirtualIommuNode(node.registers(), node.phandle(), node.intid(), 8);
                    return new Binding(assignment.domain(), List.of(node), streams);
                }
            }
            """;

    @TempDir Path work;
    private RunningFelix felix;

    @BeforeEach
    void start() throws Exception {
        felix = RunningFelix.of(work.resolve("storage"), "core");
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    private Bundle install(int ranking) throws Exception {
        String source = SOURCE.replace("RANKING", Integer.toString(ranking));
        byte[] jar = MadeBundle.of(work, "com.example.mapper", "FromForty", source);
        Bundle bundle = felix.install("mapper", jar);
        bundle.start();
        return bundle;
    }

    private String boundId() throws Exception {
        Path out = work.resolve("out");
        RunningFelix.Answer answer =
                felix.run(
                        "bind",
                        "--host",
                        EXAMPLE.resolve("host.dts").toString(),
                        "--config",
                        EXAMPLE.resolve("guest.cfg").toString(),
                        "--partial",
                        EXAMPLE.resolve("partial.dts").toString(),
                        "--out",
                        out.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exit()).isZero();
        String dts = Files.readString(out.resolve("guest.dts"));
        return dts.replaceAll("(?s).*iommus = <0xfdea (\\w+)>.*", "$1");
    }

    @Test
    void aHigherRankedMapperInstalledAtRunTimeServesTheNextBind() throws Exception {
        assertThat(boundId()).isEqualTo("0x01");

        install(100);

        assertThat(boundId()).isEqualTo("0x40");
    }

    @Test
    void oursComesBackWhenTheHigherRankedMapperIsUninstalled() throws Exception {
        Bundle mapper = install(100);
        assertThat(boundId()).isEqualTo("0x40");

        mapper.uninstall();

        assertThat(boundId()).isEqualTo("0x01");
    }

    @Test
    void aLowerRankedMapperChangesNothing() throws Exception {
        install(-100);

        assertThat(boundId()).isEqualTo("0x01");
    }
}
