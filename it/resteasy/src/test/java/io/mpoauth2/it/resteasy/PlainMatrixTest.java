package io.mpoauth2.it.resteasy;

import io.mpoauth2.it.core.SameRequestFeatures;

/** RESTEasy's plain clients over its own engine, which blocks. */
class PlainMatrixTest extends SameRequestFeatures {}
