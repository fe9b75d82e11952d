#include "server/command/serve.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include <signal.h>

#include "server/http/library.h"
#include "tests/server/command/fixture.h"
#include "tests/server/command/program.h"
#include "tests/server/http/peer.h"

namespace tianbao::command {

namespace {

using testing::contains;
using testing::Folder;
using testing::Program;
using testing::Ran;
using testing::run;

constexpr const char* forms = TIANBAO_SOURCE_DIR "/assets/forms";

/// A client of one page, so that no test needs the built one.
std::string make_client(const Folder& folder) {
  std::filesystem::create_directory(folder.path("client"));
  folder.write("client/index.html", "<!doctype html><title>填报</title>");
  return folder.path("client");
}

Arguments serve_on(const Folder& folder, const std::string& listen) {
  return {"serve",   "--data", folder.path("data"), "--listen", listen, "--client", make_client(folder),
          "--forms", forms};
}

/// The port in "http://…:34567/".
int port_in(const std::string& output) {
  const std::size_t end = output.find("/\n");
  REQUIRE(end != std::string::npos);
  return std::stoi(output.substr(output.rfind(':', end) + 1));
}

}  // namespace

TEST_CASE("serve makes the data folder, says where it listens, and ends cleanly when it is told to") {
  for (const int stop : {SIGTERM, SIGINT}) {
    const Folder folder;
    Program program(serve_on(folder, "127.0.0.1:0"));
    const int port = port_in(program.wait_for("停止。\n"));
    CHECK(contains(program.output(), "填报服务已启动：http://127.0.0.1:" + std::to_string(port) + "/\n"));
    CHECK(contains(program.output(), "数据文件夹：" + folder.path("data")));
    CHECK(std::filesystem::exists(folder.path("data/format.json")));
    httplib::Client client("127.0.0.1", port);
    const auto page = client.Get("/");
    REQUIRE(page);
    CHECK(contains(page->body, "填报"));
    const auto offered = client.Get("/api/v1/forms");
    REQUIRE(offered);
    CHECK(contains(offered->body, R"("id":"work-report")"));
    program.signal(stop);
    CHECK(program.wait() == exit_clean);
    CHECK(contains(program.output(), "正在停止：等已收到的请求办完……\n已停止。\n"));
    CHECK(program.error().empty());
  }
}

TEST_CASE("A request under way when serve is told to stop is still answered") {
  const Folder folder;
  Program program(serve_on(folder, "127.0.0.1:0"));
  const testing::Peer peer(port_in(program.wait_for("停止。\n")));
  peer.send("GET /api/v1/forms HTTP/1.1\r\nHost: x\r\nConnec");
  // Answered, so the one before it was taken off the line as well.
  const testing::Peer later(port_in(program.output()));
  later.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(contains(later.receive(), "HTTP/1.1 200"));
  program.signal(SIGTERM);
  program.wait_for("正在停止");
  peer.send("tion: close\r\n\r\n");
  CHECK(contains(peer.receive(), "HTTP/1.1 200"));
  CHECK(program.wait() == exit_clean);
}

TEST_CASE("serve warns loudly where others can listen in, and not on this machine alone") {
  // Loopback under a name that does not show it, so that the test opens nothing to the network.
  const Folder folder;
  Program program(serve_on(folder, "0x7f.0.0.1:0"));
  program.wait_for("停止。\n");
  CHECK(contains(program.error(), "警 告"));
  CHECK(contains(program.error(), "服务监听 0x7f.0.0.1，网络上的其他机器都能访问，而且没有加密（HTTPS）"));
  program.signal(SIGTERM);
  CHECK(program.wait() == exit_clean);
}

TEST_CASE("A data folder is served by one program, a port by one too") {
  const Folder folder;
  Program first(serve_on(folder, "127.0.0.1:0"));
  const int port = port_in(first.wait_for("停止。\n"));
  const std::string client = folder.path("client");
  const Ran same_data = run({"serve", "--data", folder.path("data"), "--listen", "127.0.0.1:0", "--client",
                             client, "--forms", forms});
  CHECK(same_data.code == exit_unreadable);
  CHECK(contains(same_data.error, "正在写这个数据文件夹"));
  const std::string taken = "127.0.0.1:" + std::to_string(port);
  Program same_port(
      {"serve", "--data", folder.path("other"), "--listen", taken, "--client", client, "--forms", forms});
  CHECK(same_port.wait() == exit_unreadable);
  CHECK(contains(same_port.error(), "不能在 " + taken + " 上监听"));
  CHECK(contains(same_port.error(), "--listen"));
  // The register stays open to the administrator.
  CHECK(run({"site", "add", "4305250009", "--name", "a", "--url", "http://a.gov.cn", "--organiser", "a",
             "--data", folder.path("data")})
            .code == exit_clean);
  first.signal(SIGTERM);
  CHECK(first.wait() == exit_clean);
}

TEST_CASE("serve does not start with what it cannot use, and says which option mends it") {
  const Folder folder;
  const std::string client = make_client(folder);
  const std::string data = folder.path("data");
  std::filesystem::create_directory(folder.path("other"));
  folder.write("other/letter.txt", "x");
  std::filesystem::create_directory(folder.path("no-forms"));
  std::filesystem::create_directory(folder.path("broken-forms"));
  folder.write("broken-forms/1.json", "{}");
  std::filesystem::create_directory(folder.path("no-client"));
  testing::check_refused({
      {{"serve", "data"}, "多了参数“data”"},
      {{"serve", "--date", data}, "是否想写“--data”"},
      {{"serve", "--listen"}, "“--listen”后面缺少值"},
      {{"serve", "--listen", "8080"}, "“8080”不是监听地址，应写成“地址:端口”"},
      {{"serve", "--listen", "127.0.0.1:65536"}, "不是监听地址"},
      {{"serve", "--client", folder.path("missing"), "--data", data}, "填报页面的文件夹请用 --client 指出"},
      {{"serve", "--client", folder.path("no-client"), "--data", data}, "里没有填报页面"},
      {{"serve", "--client", client, "--data", folder.path("other")}, "不是填报的数据文件夹"},
      {{"serve", "--client", client, "--data", ""}, "没有写出数据文件夹的名称"},
      {{"serve", "--client", client, "--data", folder.path("new"), "--forms", folder.path("missing")},
       "表样文件夹请用 --forms 指出"},
      {{"serve", "--client", client, "--data", data, "--forms", folder.path("no-forms")}, "没有表样"},
      {{"serve", "--client", client, "--data", data, "--forms", folder.path("broken-forms")}, "1.json"},
  });
  CHECK_FALSE(std::filesystem::exists(folder.path("new")));
  // A definition that the data folder keeps and that is damaged is told, and does not stop the service.
  folder.write("data/forms/" + std::string(64, 'a') + ".json", "{");
  Program program({"serve", "--data", data, "--listen", "127.0.0.1:0", "--client", client, "--forms", forms});
  program.wait_for("填报服务已启动");
  CHECK(contains(program.error(), std::string(64, 'a') + ".json"));
}

}  // namespace tianbao::command
