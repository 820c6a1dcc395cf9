/// Where meters are read over HTTP.
package org.vinculum.metrics.scrape;
