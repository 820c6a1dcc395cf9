package org.vinculum.devicetree.overlay;

import java.util.SplittableRandom;

/// Makes up a base and overlays for it, as source: labels `l0` to `l5`, references both ways, values of odd lengths.
final class OverlaySources {
    private static final int LABELS = 6;

    private final SplittableRandom random;

    OverlaySources(SplittableRandom random) {
        this.random = random;
    }

    String base() {
        var text = new StringBuilder("/dts-v1/;\n/ {\n");
        for (int i = 0; i < LABELS; i++) {
            text.append("l").append(i).append(": n").append(i).append(" {");
            properties(text, "");
            text.append(" c0 { ");
            properties(text, "");
            text.append("}; c1@").append(i).append(" { reg = <").append(i).append(">; }; };\n");
        }
        return text.append("};\n").toString();
    }

    /// @param prefix of the labels it gives
    String overlay(String prefix) {
        var text = new StringBuilder("/dts-v1/;\n/plugin/;\n");
        for (int i = 0; i <= random.nextInt(4); i++) {
            String label = prefix + i;
            text.append("&l").append(random.nextInt(LABELS)).append(" {");
            properties(text, label);
            text.append(label).append(": ").append(label).append("-node {");
            properties(text, label);
            text.append(" deep { ");
            properties(text, label);
            text.append("}; }; c").append(random.nextInt(4)).append(" {");
            properties(text, label);
            text.append("}; };\n");
        }
        return text.toString();
    }

    private void properties(StringBuilder text, String ownLabel) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(" p").append(i);
            switch (random.nextInt(ownLabel.isEmpty() ? 3 : 5)) {
                case 0 -> text.append(";");
                case 1 -> text.append(" = \"").append("x".repeat(random.nextInt(9))).append("\";");
                case 2 -> text.append(" = <").append(random.nextInt(1, 1000)).append(" 7>;");
                case 3 -> text.append(" = <&l").append(random.nextInt(LABELS)).append(" 1>;");
                default -> text.append(" = <1 &").append(ownLabel).append(">;");
            }
        }
    }
}
