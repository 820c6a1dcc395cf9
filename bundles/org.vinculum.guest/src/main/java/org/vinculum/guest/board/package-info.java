/// Machines to measure on: some physical SMMUs, and guests with devices behind all of them.
package org.vinculum.guest.board;
