package io.mpoauth2.benchmarks.start;

/**
 * What a first token cost, in milliseconds.
 *
 * @param elapsed from the start of the process
 * @param cpu processor time of all its threads, the compiler's too
 */
record StartCost(double elapsed, double cpu) {}
