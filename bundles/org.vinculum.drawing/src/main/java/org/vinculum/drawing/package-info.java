/// The topology of a platform as an SVG picture; the places come from Eclipse ELK, the SVG is written here.
package org.vinculum.drawing;
