/// Where SLF4J's lines go: to the loggers of the JDK, as ours do.
package org.vinculum.slf4j;
