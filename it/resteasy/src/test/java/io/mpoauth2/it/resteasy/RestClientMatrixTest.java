package io.mpoauth2.it.resteasy;

import io.mpoauth2.it.core.ClassPathRows;
import io.mpoauth2.it.core.SameRestClientRequestFeatures;

/** RESTEasy's MicroProfile clients. */
class RestClientMatrixTest extends SameRestClientRequestFeatures implements ClassPathRows {}
