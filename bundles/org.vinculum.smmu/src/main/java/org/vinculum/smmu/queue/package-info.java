/// The circular queues in memory: commands in, events and page requests out.
package org.vinculum.smmu.queue;
