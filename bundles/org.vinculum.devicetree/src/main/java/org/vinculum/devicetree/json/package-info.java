/// Device trees as JSON, for other programs: readable, and with every byte (`docs/devicetree.schema.json`).
package org.vinculum.devicetree.json;
