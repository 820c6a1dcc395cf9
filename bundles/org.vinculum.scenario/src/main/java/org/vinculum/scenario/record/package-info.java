/// The records that an SMMU writes into its event and page request queues, as scenarios name their fields.
package org.vinculum.scenario.record;
