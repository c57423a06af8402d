package io.mpoauth2.it.cxf;

import io.mpoauth2.it.core.PlainClientFeatures;
import io.mpoauth2.it.core.runtime.JavaSe;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plain Jakarta REST clients of CXF, in Java SE. */
@ExtendWith(JavaSe.class)
class PlainClientTest extends PlainClientFeatures {}
