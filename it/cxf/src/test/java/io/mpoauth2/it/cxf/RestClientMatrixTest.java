package io.mpoauth2.it.cxf;

import io.mpoauth2.it.core.SameRestClientRequestFeatures;

/** CXF's MicroProfile clients. */
class RestClientMatrixTest extends SameRestClientRequestFeatures {}
