package io.mpoauth2.it;

import io.mpoauth2.it.core.CustomizedClientFeatures;

/** Jersey's clients with filters and interceptors of the user's. */
class CustomizedClientTest extends CustomizedClientFeatures {}
