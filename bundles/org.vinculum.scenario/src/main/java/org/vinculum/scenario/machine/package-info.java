/// What stands around a model while a scenario is played: memory, interrupt lines, devices, and software at its registers.
package org.vinculum.scenario.machine;
