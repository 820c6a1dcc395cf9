package org.vinculum.console;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.console.page.MachinesPage;
import org.vinculum.console.page.ShownMachine;
import org.vinculum.console.page.SwapForm;
import org.vinculum.domain.Machine;
import org.vinculum.iommu.IommuModelFactory;

/// The page `vinculum` of the web console. Whoever gets here has passed the login.
@Component(
        name = "org.vinculum.console.machines",
        service = Servlet.class,
        property = {
            "felix.webconsole.label=vinculum",
            "felix.webconsole.title=Machines",
            "felix.webconsole.category=Vinculum"
        })
public final class MachinesServlet extends AbstractServlet {
    private static final long serialVersionUID = 1L;
    private static final String NEWS = "org.vinculum.console.news";

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private transient volatile List<Map.Entry<Map<String, Object>, Machine>> machines;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    private transient volatile List<ServiceReference<IommuModelFactory>> models;

    private final transient SwapForm form = new SwapForm();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!form.isOurs(request.getParameter("token"))) {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN, "The form is not one of this page's.");
            return;
        }
        request.setAttribute(
                NEWS,
                form.submit(
                        shown(),
                        request.getParameter("machine"),
                        request.getParameter("smmu"),
                        request.getParameter("model")));
    }

    @Override
    public void renderContent(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object news = request.getAttribute(NEWS);
        new MachinesPage(shown(), names(), form.token())
                .writeTo(response.getWriter(), news == null ? "" : news.toString());
    }

    private List<ShownMachine> shown() {
        List<ShownMachine> shown = new ArrayList<>();
        for (Map.Entry<Map<String, Object>, Machine> machine : machines) {
            Map<String, Object> properties = machine.getKey();
            shown.add(
                    new ShownMachine(
                            (Long) properties.get("service.id"),
                            String.valueOf(properties.getOrDefault("name", "machine")),
                            machine.getValue()));
        }
        return shown;
    }

    private List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        for (ServiceReference<IommuModelFactory> model : models) {
            if (model.getProperty("name") instanceof String name) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }
}
