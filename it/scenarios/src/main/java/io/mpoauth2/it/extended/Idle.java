package io.mpoauth2.it.extended;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes the application one of beans. */
@ApplicationScoped
public class Idle {}
