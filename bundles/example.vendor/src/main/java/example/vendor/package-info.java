/// A variant of the SMMUv3 as its vendor describes it: what its registers say, what it has of its own, where it departs
/// from the architecture, and what firmware has to say because of it.
package example.vendor;
