/** The sandbox in tests of JUnit 5, which has to be on the class path for it. */
@NullMarked
package io.mpoauth2.sandbox.junit;

import org.jspecify.annotations.NullMarked;
