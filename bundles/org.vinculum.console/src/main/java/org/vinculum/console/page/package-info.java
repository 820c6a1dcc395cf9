/// The page of machines as HTML. Names come from files and bundles, so everything is escaped.
package org.vinculum.console.page;
