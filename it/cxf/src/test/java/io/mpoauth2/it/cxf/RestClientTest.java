package io.mpoauth2.it.cxf;

import io.mpoauth2.it.core.RestClientFeatures;
import io.mpoauth2.it.core.runtime.CdiInJavaSe;
import io.mpoauth2.it.core.runtime.JavaSe;
import org.junit.jupiter.api.extension.ExtendWith;

/** MicroProfile REST clients of CXF, in Java SE. */
@ExtendWith({JavaSe.class, CdiInJavaSe.class})
class RestClientTest extends RestClientFeatures {}
