#include "server/http/static_files.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include <zlib.h>

#include "tests/server/http/test_server.h"
#include "tests/support/reports.h"

namespace tianbao::testing {

namespace {

/// The content of one gzip member.
std::string unzipped(const std::string& packed) {
  z_stream stream = {};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string content(std::size_t{1} << 20, '\0');
  std::string input = packed;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(content.data());
  stream.avail_out = static_cast<uInt>(content.size());
  const int result = inflate(&stream, Z_FINISH);
  content.resize(stream.total_out);
  inflateEnd(&stream);
  CHECK(result == Z_STREAM_END);
  return content;
}

}  // namespace

TEST_CASE("Client files have their media type, their caching and the headers that protect a page") {
  const TestServer server;
  struct Case {
    const char* path;
    const char* type;
    const char* caching;
  };
  constexpr const char* forever = "public, max-age=31536000, immutable";
  for (const Case& sample : {Case{"/", "text/html; charset=utf-8", "no-cache"},
                             Case{"/index.html", "text/html; charset=utf-8", "no-cache"},
                             Case{"/service-worker.js", "text/javascript; charset=utf-8", "no-cache"},
                             Case{"/manifest.webmanifest", "application/manifest+json", "no-cache"},
                             Case{"/icons/icon.svg", "image/svg+xml", "no-cache"},
                             Case{"/app.3f9a1c02.wasm", "application/wasm", forever}}) {
    INFO(sample.path);
    const auto result = server.client().Get(sample.path);
    REQUIRE(result);
    CHECK(result->status == 200);
    CHECK(result->get_header_value("Content-Type") == sample.type);
    CHECK(result->get_header_value("Cache-Control") == sample.caching);
    CHECK(result->get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK(result->get_header_value("Referrer-Policy") == "same-origin");
    CHECK(result->get_header_value("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(result->get_header_value("Content-Security-Policy") ==
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; "
          "img-src 'self' "
          "data:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
          "frame-ancestors 'none'");
    CHECK(result->get_header_value("Date").size() == 29);
  }
}

TEST_CASE("The best encoding that the client takes is sent, under a tag of its own") {
  const TestServer server;
  const std::string plain("\0asm plain", 10);
  struct Case {
    const char* accepted;
    const char* encoding;
    std::string body;
  };
  for (const Case& sample :
       {Case{"gzip, deflate, br", "br", "brotli bytes"}, Case{"gzip, deflate", "gzip", "gzip bytes"},
        Case{"br;q=0, gzip;q=0.5", "gzip", "gzip bytes"}, Case{"*", "br", "brotli bytes"},
        Case{"identity", "", plain}, Case{"br;q=0, *;q=0", "", plain}, Case{"brx, xgzip", "", plain}}) {
    INFO(sample.accepted);
    const auto result = server.client().Get("/app.3f9a1c02.wasm", {{"Accept-Encoding", sample.accepted}});
    REQUIRE(result);
    CHECK(result->get_header_value("Content-Encoding") == sample.encoding);
    CHECK(result->get_header_value("Vary") == "Accept-Encoding");
    CHECK(result->get_header_value("Content-Type") == "application/wasm");
    CHECK(result->get_header_value("Content-Length") == std::to_string(sample.body.size()));
  }
  const std::string raw = server.raw(
      "GET /app.3f9a1c02.wasm HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n");
  CHECK(raw.substr(raw.size() - 12) == "brotli bytes");
}

TEST_CASE("A copy that is current is not sent again, one of another encoding is") {
  const TestServer server;
  const auto tag_of = [&](const char* encoding) {
    return server.client()
        .Get("/app.3f9a1c02.wasm", {{"Accept-Encoding", encoding}})
        ->get_header_value("ETag");
  };
  CHECK(tag_of("br") != tag_of("gzip"));
  const auto ask = [&](const std::string& tag) {
    return server.client().Get("/app.3f9a1c02.wasm", {{"Accept-Encoding", "br"}, {"If-None-Match", tag}});
  };
  const auto current = ask("\"x\", W/" + tag_of("br"));
  REQUIRE(current);
  CHECK(current->status == 304);
  CHECK(current->body.empty());
  CHECK(current->get_header_value("ETag") == tag_of("br"));
  CHECK(current->get_header_value("Vary") == "Accept-Encoding");
  CHECK_FALSE(current->has_header("Content-Length"));
  CHECK(ask("*")->status == 304);
  CHECK(ask(tag_of("gzip"))->status == 200);
}

TEST_CASE("HEAD gives the header of GET, and a range is answered with the whole") {
  const TestServer server;
  const auto head = server.client().Head("/index.html");
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->body.empty());
  CHECK(head->get_header_value("Content-Length") == "15");
  CHECK(server.client().Head("/api/v1/forms")->status == 200);
  CHECK(server.client().Get("/index.html", {{"Range", "bytes=0-3"}})->body == "<!doctype html>");
}

TEST_CASE("There is no listing, and no path leads out of the folder") {
  const TestServer server;
  for (const char* const path : {"/icons", "/icons/", "/../outside.txt", "/%2e%2e/outside.txt",
                                 "/..%2foutside.txt", "/icons/../../outside.txt", "//outside.txt", "/.hidden",
                                 "/app.3f9a1c02.wasm.br", "/index.html/", "/index.html%00", "/INDEX.HTML",
                                 "/client/index.html", "/..\\outside.txt", "/etc/passwd", "//etc/passwd"}) {
    INFO(path);
    const std::string answer =
        server.raw("GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(answer.rfind("HTTP/1.1 404", 0) == 0);
    CHECK(answer.find("secret") == std::string::npos);
  }
}

TEST_CASE("Links in the client folder are not followed") {
  const TemporaryFolder folder;
  write_text(folder / "outside/secret.txt", "secret");
  write_text(folder / "client/index.html", "x");
  std::filesystem::create_symlink(folder / "outside/secret.txt", folder / "client/link.txt");
  std::filesystem::create_directory_symlink(folder / "outside", folder / "client/linked");
  const auto files = http::StaticFiles::load(folder / "client");
  REQUIRE(files.ok());
  CHECK(files.value().count() == 1);
  CHECK_FALSE(http::StaticFiles::load(folder / "missing").ok());
}

TEST_CASE("A name is known to carry a hash of the content") {
  for (const char* const name : {"/app.3f9a1c02.wasm", "/app-0123456789abcdef.js", "/a/b.deadbeef.css"}) {
    CHECK(http::is_named_by_content(name));
  }
  for (const char* const name : {"/index.html", "/service-worker.js", "/app.3f9a1c0.js", "/deadbeef.js",
                                 "/app.3f9a1c0g.js", "/deadbeef00/index.html", "/app.js.deadbeef"}) {
    INFO(name);
    CHECK_FALSE(http::is_named_by_content(name));
  }
}

TEST_CASE("Forms are listed, and a definition is served byte by byte, for ever") {
  const TestServer server;
  const std::string digest = server.form().digest;
  // Not the 政府网站监管年度报表, which a 组织单位 fills.
  const auto listed = [](const std::string& id, const std::string& edition, const std::string& since) {
    const form::Form form =
        load_form(read_text(TIANBAO_SOURCE_DIR "/assets/forms/" + id + "/" + edition + ".json"));
    return R"({"id":")" + id + R"(","edition":")" + edition + R"(","digest":")" + form.digest +
           R"(","title":")" + form.title + R"(","first_period":)" + since + R"(,"last_period":null})";
  };
  CHECK(server.client().Get("/api/v1/forms")->body == R"({"forms":[)" + listed("basic-info", "2015", "2015") +
                                                          "," + listed("channels", "2015", "2015") + "," +
                                                          listed("work-report", "2017", "2017") + "]}");
  const auto definition = server.client().Get("/api/v1/forms/" + digest);
  REQUIRE(definition);
  CHECK(definition->body == read_text(TIANBAO_SOURCE_DIR "/assets/forms/work-report/2017.json"));
  CHECK(definition->get_header_value("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(server.client().Get("/api/v1/forms/" + digest, {{"If-None-Match", "\"" + digest + "\""}})->status ==
        304);
  CHECK(problem_code(server.client().Get("/api/v1/forms/" + std::string(64, '0')), 404) == "unknown_form");
  CHECK(problem_code(server.client().Get("/api/v1/forms/%ff"), 404) == "unknown_form");
}

TEST_CASE("A definition goes out compressed to those who take it, as the same bytes") {
  const TestServer server;
  const std::string path = "/api/v1/forms/" + server.form().digest;
  const std::string tag = "W/\"" + server.form().digest + "\"";
  const auto plain = server.client().Get(path, {{"Accept-Encoding", "br, gzip;q=0"}});
  const auto packed = server.client().Get(path, {{"Accept-Encoding", "gzip"}});
  REQUIRE(plain);
  REQUIRE(packed);
  CHECK(plain->get_header_value("Content-Encoding").empty());
  CHECK(plain->get_header_value("ETag") == tag);
  CHECK(packed->get_header_value("Content-Encoding") == "gzip");
  CHECK(packed->get_header_value("ETag") == tag);
  CHECK(packed->get_header_value("Vary") == "Accept-Encoding");
  CHECK(plain->get_header_value("Vary") == "Accept-Encoding");
  CHECK(packed->get_header_value("Content-Length") == std::to_string(packed->body.size()));
  CHECK(packed->body.size() * 4 < plain->body.size());
  CHECK(unzipped(packed->body) == plain->body);
  const auto known = server.client().Get(path, {{"Accept-Encoding", "gzip"}, {"If-None-Match", tag}});
  CHECK(known->status == 304);
  CHECK(known->get_header_value("ETag") == tag);
  CHECK(known->get_header_value("Vary") == "Accept-Encoding");
  const auto head = server.client().Head(path, {{"Accept-Encoding", "gzip"}});
  CHECK(head->get_header_value("Content-Length") == packed->get_header_value("Content-Length"));
  // Too short to be worth it.
  CHECK(server.client()
            .Get("/api/v1/forms", {{"Accept-Encoding", "gzip"}})
            ->get_header_value("Content-Encoding")
            .empty());
}

}  // namespace tianbao::testing
