package org.vinculum.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/// Puts the component runtime's state (OSGi Compendium 8.1, 112.9) into sentences.
final class UnsatisfiedComponents {
    private UnsatisfiedComponents() {}

    /// One line for each component that is enabled and not usable, in the runtime's order.
    static List<String> of(ServiceComponentRuntime runtime) {
        List<String> lines = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO state :
                    runtime.getComponentConfigurationDTOs(description)) {
                describe(description, state, lines);
            }
        }
        return lines;
    }

    private static void describe(
            ComponentDescriptionDTO component,
            ComponentConfigurationDTO state,
            List<String> lines) {
        switch (state.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                    lines.add(
                            component.name
                                    + ": waits for the configuration "
                                    + String.join(", ", component.configurationPid));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                    missing(component, state, lines);
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    lines.add(component.name + ": failed to activate: " + firstLine(state.failure));
            default -> {
                // active, or satisfied and not used yet
            }
        }
    }

    private static void missing(
            ComponentDescriptionDTO component,
            ComponentConfigurationDTO state,
            List<String> lines) {
        for (UnsatisfiedReferenceDTO missing : state.unsatisfiedReferences) {
            for (ReferenceDTO reference : component.references) {
                if (reference.name.equals(missing.name)) {
                    lines.add(
                            component.name
                                    + ": waits for a service "
                                    + reference.interfaceName
                                    + (missing.target == null ? "" : " with " + missing.target));
                }
            }
        }
    }

    private static String firstLine(String failure) {
        int end = failure.indexOf('\n');
        return end < 0 ? failure : failure.substring(0, end);
    }
}
