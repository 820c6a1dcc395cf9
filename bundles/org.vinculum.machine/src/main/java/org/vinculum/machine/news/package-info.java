/// What is worth telling whoever watches a run.
package org.vinculum.machine.news;
