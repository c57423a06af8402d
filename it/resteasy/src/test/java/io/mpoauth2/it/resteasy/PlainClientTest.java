package io.mpoauth2.it.resteasy;

import io.mpoauth2.it.core.PlainClientFeatures;
import io.mpoauth2.it.core.runtime.JavaSe;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plain Jakarta REST clients of RESTEasy, in Java SE. */
@ExtendWith(JavaSe.class)
class PlainClientTest extends PlainClientFeatures {}
