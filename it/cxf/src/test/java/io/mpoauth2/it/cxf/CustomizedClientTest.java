package io.mpoauth2.it.cxf;

import io.mpoauth2.it.core.CustomizedClientFeatures;

/** CXF's plain clients with filters and interceptors of the user's. */
class CustomizedClientTest extends CustomizedClientFeatures {}
