package org.vinculum.machine.news;

/// Takes what happens to the machine of a run, one sentence at a time. From any thread.
public interface News {
    /// Something was done.
    void tell(String sentence);

    /// Something is not as it was asked for.
    void warn(String sentence);
}
