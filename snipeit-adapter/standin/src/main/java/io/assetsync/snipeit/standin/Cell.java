package io.assetsync.snipeit.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes one value of a row as Snipe-IT shows it. */
@FunctionalInterface
interface Cell {

  void write(Row row, View view, JsonGenerator json) throws IOException;
}
