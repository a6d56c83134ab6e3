@NullMarked
package io.assetsync.snipeit.standin;

import org.jspecify.annotations.NullMarked;
