/// Makes the distribution, one folder that runs anywhere, from the feature files (OSGi Compendium 8.1, 159).
package org.vinculum.features;
