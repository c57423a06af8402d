package io.mpoauth2.demo;

/**
 * A call of the API that the application can be told to make.
 *
 * @param code how it stands in the application
 * @param path what to ask the application for
 */
record ApplicationCall(String code, String path) {
  static ApplicationCall get(String document) {
    return new ApplicationCall("documents.get(\"" + document + "\")", "documents/" + document);
  }

  static ApplicationCall file(String document) {
    return new ApplicationCall(
        "documents.file(\"" + document + "\")", "documents/" + document + "/file");
  }

  static ApplicationCall getWithWrongSecret(String document) {
    return new ApplicationCall(
        "documentsWithWrongSecret.get(\"" + document + "\")", "wrong-secret/" + document);
  }
}
