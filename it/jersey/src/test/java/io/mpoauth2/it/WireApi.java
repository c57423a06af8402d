package io.mpoauth2.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An API on bare sockets: it keeps what arrives byte for byte, and answers when it wants to. */
final class WireApi implements AutoCloseable {
  static final String ACCEPTED = "accepted";
  static final String REFUSED = "refused";
  static final String CHALLENGE = "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n";

  /** What is done with a request that has come as far as the end of its head. */
  @FunctionalInterface
  interface Answering {
    void answer(Exchange exchange) throws IOException, InterruptedException;
  }

  /**
   * A request.
   *
   * @param line the first line
   * @param authorization the value, "none" if there is none
   * @param headers all other lines, names in lower case, in the order of the alphabet
   * @param body its bytes, without chunks, one character each
   */
  record Arrived(String line, String authorization, List<String> headers, String body) {
    Arrived withoutToken() {
      return new Arrived(line, "", headers, body);
    }
  }

  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private volatile Answering answering = Exchange::answerByToken;
  private volatile UnaryOperator<byte[]> encoding = UnaryOperator.identity();
  private volatile String moreHeaders = "";
  private volatile String good = "Bearer token-1";

  WireApi() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api?a=%20b");
  }

  /** The only token that is accepted from now on. */
  void accept(String token) {
    good = "Bearer " + token;
  }

  void answerWith(Answering other) {
    answering = other;
  }

  /** Encodes every body that is sent, and says so if the name is not empty. */
  void encodeAnswers(String name, UnaryOperator<byte[]> code) {
    moreHeaders = name.isEmpty() ? "" : "Content-Encoding: " + name + "\r\n";
    encoding = code;
  }

  /** The requests that came to their end. */
  List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  /** Those of them that were accepted. */
  List<Arrived> accepted() {
    return arrived().stream().filter(request -> request.authorization().equals(good)).toList();
  }

  void forgetRequests() {
    arrived.clear();
  }

  int openConnections() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        // Head and body go one after the other, which else takes a delayed acknowledgement.
        connection.setTcpNoDelay(true);
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String line = line(in); line != null; line = line(in)) {
        List<String> headers =
            Stream.generate(() -> unchecked(in)).takeWhile(h -> !h.isEmpty()).toList();
        new Exchange(line, headers, in, connection.getOutputStream()).answer();
      }
    } catch (IOException | UncheckedIOException | InterruptedException e) {
      // The client left, or the test is over.
    } finally {
      connections.remove(connection);
    }
  }

  private static String unchecked(InputStream in) {
    try {
      String line = line(in);
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "wire-api");
    thread.setDaemon(true);
    thread.start();
  }

  /** One request, and its answer. */
  final class Exchange {
    private final String line;
    private final List<String> headers;
    private final InputStream in;
    private final OutputStream out;
    private final String authorization;
    private boolean read;
    private int bodyLength;

    private Exchange(String line, List<String> headers, InputStream in, OutputStream out) {
      this.line = line;
      this.headers = headers;
      this.in = in;
      this.out = out;
      String found = header("authorization");
      this.authorization = found.isEmpty() ? "none" : found;
    }

    private void answer() throws IOException, InterruptedException {
      answering.answer(this);
      readBody();
    }

    boolean isOf(String method) {
      return line.startsWith(method + " ");
    }

    boolean isAcceptable() {
      return authorization.equals(good);
    }

    void answerByToken() throws IOException {
      readBody();
      if (isAcceptable()) {
        send("200 OK", "", ACCEPTED);
      } else {
        refuse();
      }
    }

    void refuse() throws IOException {
      send("401 Unauthorized", CHALLENGE, REFUSED);
    }

    void send(String status, String headerLines, String body) throws IOException {
      byte[] bytes = encoding.apply(body.getBytes(StandardCharsets.ISO_8859_1));
      write(
          "HTTP/1.1 "
              + status
              + "\r\nContent-Type: text/plain\r\n"
              + headerLines
              + moreHeaders
              + "Content-Length: "
              + bytes.length
              + "\r\n\r\n");
      out.write(bytes);
      out.flush();
    }

    void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    void readBody() throws IOException {
      if (read) {
        return;
      }
      read = true;
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      if (header("transfer-encoding").equals("chunked")) {
        for (int size = size(); size > 0; size = size()) {
          body.write(in.readNBytes(size));
          line(in);
        }
        line(in);
      } else if (!header("content-length").isEmpty()) {
        int length = Integer.parseInt(header("content-length"));
        body.write(in.readNBytes(length));
        if (body.size() < length) {
          throw new IOException("cut");
        }
      }
      bodyLength = body.size();
      List<String> others =
          headers.stream()
              .map(header -> header.split(": *", 2))
              .map(header -> header[0].toLowerCase(Locale.ROOT) + ": " + header[1])
              .filter(header -> !header.startsWith("authorization:"))
              .sorted()
              .toList();
      arrived.add(
          new Arrived(line, authorization, others, body.toString(StandardCharsets.ISO_8859_1)));
    }

    private int size() throws IOException {
      String size = line(in);
      if (size == null) {
        throw new IOException("cut");
      }
      return Integer.parseInt(size.trim(), 16);
    }

    /** In bytes, as far as it was read. */
    int bodyLength() {
      return bodyLength;
    }

    /** The first value of a header, empty if there is none; the name is in lower case. */
    String header(String name) {
      return headers.stream()
          .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(header -> header.substring(name.length() + 1).trim())
          .findFirst()
          .orElse("");
    }
  }
}
