package io.mpoauth2.it.extended;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;

/** Does nothing. */
public class IdleExtension implements BuildCompatibleExtension {}
