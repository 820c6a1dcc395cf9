package org.vinculum.itests.program.distribution;

/// What a command line gave back.
public record Answer(int code, String out, String err) {}
