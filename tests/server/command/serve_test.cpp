#include "server/command/serve.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

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

namespace {

/// A form of one question.
std::string town_form(const std::string& title) {
  return R"({"format":"tianbao-form/1","id":"town","edition":"1","title":")" + title +
         R"(","periods":{"first":2017},"sections":[{"id":"s","label":"部分","groups":[{"fields":[)" +
         R"({"id":"a","label":"甲","type":"text"}]}]}]})";
}

/// The digest of the form with that title in the server's list, "" when it is not offered.
std::string digest_offered(httplib::Client& client, const std::string& title) {
  const auto list = client.Get("/api/v1/forms");
  REQUIRE(list);
  const std::size_t place = list->body.find(R"(","title":")" + title + "\"");
  return place == std::string::npos ? std::string() : list->body.substr(place - 64, 64);
}

}  // namespace

TEST_CASE(
    "serve takes the county's own forms anew when it is told to, and goes on with what a broken one was") {
  const Folder folder;
  Program program(serve_on(folder, "127.0.0.1:0"));
  httplib::Client client("127.0.0.1", port_in(program.wait_for("停止。\n")));
  CHECK_FALSE(contains(program.output(), "自定义表样"));
  CHECK(digest_offered(client, "旧表").empty());

  const std::string path = folder.write("data/forms/town/1.json", town_form("旧表"));
  program.signal(SIGHUP);
  program.wait_for("已重新读取表样：\n  新增《旧表》（town 1）：" + path + "\n");
  const std::string old_digest = digest_offered(client, "旧表");
  REQUIRE(old_digest.size() == 64);
  const auto definition = client.Get("/api/v1/forms/" + old_digest);
  REQUIRE(definition);
  CHECK(definition->body == town_form("旧表"));
  CHECK(definition->get_header_value("ETag") == "W/\"" + old_digest + "\"");

  folder.write("data/forms/town/1.json", R"({"format":"tianbao-form/1"})");
  program.signal(SIGHUP);
  program.wait_for("已重新读取表样，提供的表样没有变化。\n");
  CHECK(contains(program.error(), path + " 有 "));
  CHECK(contains(program.error(), "/title：缺少成员"));
  CHECK(contains(program.error(), "改好之前，继续使用上次读到的内容。"));
  CHECK(digest_offered(client, "旧表") == old_digest);

  folder.write("data/forms/town/1.json", town_form("新表"));
  program.signal(SIGHUP);
  program.wait_for("  更改《新表》（town 1）：" + path + "\n");
  CHECK(digest_offered(client, "旧表").empty());
  const std::string new_digest = digest_offered(client, "新表");
  CHECK(new_digest != old_digest);
  CHECK(client.Get("/api/v1/forms/" + new_digest)->body == town_form("新表"));
  // No report was made with it.
  CHECK(client.Get("/api/v1/forms/" + old_digest)->status == 404);

  std::filesystem::remove_all(folder.path("data/forms/town"));
  program.signal(SIGHUP);
  program.wait_for("  撤下《新表》（town 1）：" + path + "\n");
  CHECK(digest_offered(client, "新表").empty());
  program.signal(SIGTERM);
  CHECK(program.wait() == exit_clean);
}

TEST_CASE("serve starts with the forms of the data folder, and beside one that is broken") {
  const Folder folder;
  const Arguments arguments = serve_on(folder, "127.0.0.1:0");
  {
    Program program(arguments);
    program.wait_for("停止。\n");
  }
  const std::string path = folder.write("data/forms/town/1.json", town_form("乡镇表"));
  folder.write("data/forms/town/2.json", "{");
  Program program(arguments);
  httplib::Client client("127.0.0.1", port_in(program.wait_for("停止。\n")));
  CHECK(contains(program.output(), "自定义表样 1 份：\n  《乡镇表》（town 1）：" + path + "\n"));
  CHECK(contains(program.error(), "data/forms/town/2.json 有 1 处错误："));
  CHECK(contains(program.error(), "改好之前，不提供“town/2”这一版表样。"));
  CHECK_FALSE(digest_offered(client, "乡镇表").empty());
}

TEST_CASE("Requests are answered while forms are read anew") {
  const Folder folder;
  Program program(serve_on(folder, "127.0.0.1:0"));
  httplib::Client client("127.0.0.1", port_in(program.wait_for("停止。\n")));
  for (int number = 0; number < 20; ++number) {
    folder.write("data/forms/town/1.json", town_form("第" + std::to_string(number) + "版"));
    program.signal(SIGHUP);
    for (int request = 0; request < 5; ++request) {
      const auto list = client.Get("/api/v1/forms");
      REQUIRE(list);
      CHECK(list->status == 200);
    }
  }
  program.wait_for("《第19版》");
  program.signal(SIGTERM);
  CHECK(program.wait() == exit_clean);
}

namespace {

constexpr unsigned most_seconds = 60;

/// Starts the program in a terminal of its own; `master` is the terminal's other end.
pid_t start_in_terminal(const Arguments& arguments, bool ignores_hangup, int& master) {
  master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) SKIP("a machine without /dev/pts has no terminals that could go");
  REQUIRE((::grantpt(master) == 0 && ::unlockpt(master) == 0));
  const std::string terminal = ::ptsname(master);
  std::vector<std::string> words = {TIANBAO_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    ::setsid();
    // The first terminal that the leader of a session opens becomes its own.
    const int slave = ::open(terminal.c_str(), O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(slave, standard);
    // Whoever runs the tests may have had it ignored too, as nohup has.
    ::signal(SIGHUP, ignores_hangup ? SIG_IGN : SIG_DFL);
    // What does not end is ended, and fails the test.
    ::alarm(most_seconds);
    ::execv(pointers.front(), pointers.data());
    ::_exit(127);
  }
  return process;
}

std::string read_terminal_until(int master, const std::string& text) {
  std::string output;
  char bytes[4096];
  while (!contains(output, text)) {
    const ssize_t count = ::read(master, bytes, sizeof(bytes));
    REQUIRE(count > 0);
    output.append(bytes, static_cast<std::size_t>(count));
  }
  return output;
}

}  // namespace

TEST_CASE("serve ends with the terminal that it was started in, but not under nohup") {
  for (const bool ignores_hangup : {false, true}) {
    const Folder folder;
    int master = -1;
    const pid_t process = start_in_terminal(serve_on(folder, "127.0.0.1:0"), ignores_hangup, master);
    const std::string output = read_terminal_until(master, "停止。");
    ::close(master);
    if (ignores_hangup) {
      // It has been told to read its forms again, and does so once more: it goes on.
      folder.write("data/forms/town/1.json", town_form("乡镇表"));
      REQUIRE(::kill(process, SIGHUP) == 0);
      const std::size_t start = output.find("127.0.0.1:") + 10;
      httplib::Client client("127.0.0.1", std::stoi(output.substr(start)));
      bool is_offered = false;
      const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(most_seconds);
      while (!is_offered && std::chrono::steady_clock::now() < end) {
        is_offered = !digest_offered(client, "乡镇表").empty();
      }
      CHECK(is_offered);
      REQUIRE(::kill(process, SIGTERM) == 0);
    }
    int status = 0;
    REQUIRE(::waitpid(process, &status, 0) == process);
    CHECK(WIFEXITED(status));
  }
}

}  // namespace tianbao::command
