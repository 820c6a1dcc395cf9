package org.vinculum.smmu.queue;

import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.walk.Translator;

/// The form of an answer that the SMMU gives to a page request itself: with the request's PASID or without (IHI 0070, 8.1).
public final class AutomaticResponses implements PriQueue.Responder {
    private static final int NO_PASID = -1;

    private final Identification identification;
    private final Endpoints endpoints;
    private final Translator translator;

    public AutomaticResponses(
            Identification identification, Endpoints endpoints, Translator translator) {
        this.identification = identification;
        this.endpoints = endpoints;
        this.translator = translator;
    }

    @Override
    public void respond(PageRequest request, Response response, boolean withPasid) {
        if (!withPasid || !request.ssv() || identification.ssidSize() == 0) {
            answer(request, NO_PASID, response);
        } else if (identification.pps()) {
            answer(request, request.substreamId(), response);
        } else {
            byEntry(request, response);
        }
    }

    private void byEntry(PageRequest request, Response response) {
        switch (translator.pasidInAnswers(request.streamId())) {
            case Translator.WITH_PASID -> answer(request, request.substreamId(), response);
            case Translator.WITHOUT_PASID -> answer(request, NO_PASID, response);
            default -> answer(request, NO_PASID, Response.FAILURE);
        }
    }

    private void answer(PageRequest request, int substream, Response response) {
        endpoints.respond(request.streamId(), substream, request.prgIndex(), response);
    }
}
