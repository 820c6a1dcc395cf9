package org.vinculum.machine;

import org.osgi.service.log.Logger;
import org.vinculum.machine.news.Harmless;
import org.vinculum.machine.news.News;

/// News for the log, made harmless, since files had a say in them.
record LoggedNews(Logger log) implements News {
    @Override
    public void tell(String sentence) {
        log.info("{}", Harmless.of(sentence));
    }

    @Override
    public void warn(String sentence) {
        log.warn("{}", Harmless.of(sentence));
    }
}
