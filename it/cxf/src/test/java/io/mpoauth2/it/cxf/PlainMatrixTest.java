package io.mpoauth2.it.cxf;

import io.mpoauth2.it.core.SameRequestFeatures;

/** CXF's plain clients. */
class PlainMatrixTest extends SameRequestFeatures {}
