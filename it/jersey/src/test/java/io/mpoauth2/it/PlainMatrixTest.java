package io.mpoauth2.it;

import io.mpoauth2.it.core.SameRequestFeatures;

/** Jersey over {@code HttpURLConnection}, its own connector. */
class PlainMatrixTest extends SameRequestFeatures {}
