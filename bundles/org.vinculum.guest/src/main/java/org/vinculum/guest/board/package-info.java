/// Machines to measure on: some physical SMMUs, and guests with devices behind them.
package org.vinculum.guest.board;
