package org.vinculum.toolstack.config;

/// One key of an xl.cfg with the value it has in the end.
public record Setting(String key, Value value, Place place) {}
