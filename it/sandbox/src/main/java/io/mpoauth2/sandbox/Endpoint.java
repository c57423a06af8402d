package io.mpoauth2.sandbox;

/** Answers a call at once: slow answers are a matter of their delivery, not of waiting here. */
@FunctionalInterface
interface Endpoint {
  Answer answer(Call call);
}
