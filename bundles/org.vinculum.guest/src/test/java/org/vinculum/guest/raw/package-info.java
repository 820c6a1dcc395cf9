/// The guest on bare hardware: one model of an SMMU whose stage 1 is the guest's own, and nothing behind it.
package org.vinculum.guest.raw;
