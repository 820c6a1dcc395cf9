package org.vinculum.machine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vinculum.machine.news.News;

/// Keeps what was told.
public final class HeardNews implements News {
    public final List<String> told = new CopyOnWriteArrayList<>();
    public final List<String> warned = new CopyOnWriteArrayList<>();

    @Override
    public void tell(String sentence) {
        told.add(sentence);
    }

    @Override
    public void warn(String sentence) {
        warned.add(sentence);
    }
}
