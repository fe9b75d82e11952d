#include "server/command/serve.h"

#include <filesystem>
#include <ostream>
#include <string>
#include <utility>

#include <malloc.h>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/installed.h"
#include "server/command/signals.h"
#include "server/command/tell_forms.h"
#include "server/http/endpoint.h"
#include "server/http/limits.h"
#include "server/http/server.h"
#include "server/http/service.h"
#include "server/http/static_files.h"
#include "server/region/region_table.h"
#include "server/store/data_folder.h"
#include "server/store/form_library.h"
#include "server/store/register.h"
#include "server/store/report_store.h"
#include "server/store/secret.h"

namespace tianbao::command {

const std::string_view serve_help =
    R"(用法：tianbao serve [--data DIR] [--listen HOST:PORT] [--client DIR] [--forms DIR]

接收报表：提供填报页面，检查并保存各单位的草稿和提交。按 Ctrl+C 停止。

选项：
  --data DIR          数据文件夹，没有时新建（默认 data）
  --listen HOST:PORT  监听地址（默认 127.0.0.1:8080，只供本机访问）
  --client DIR        填报页面的文件夹；不写时用随程序安装的页面
  --forms DIR         从这个文件夹找表样（<编号>/<版次>.json）；不写时用随程序安装的表样

对外服务时请在前面设一个反向代理（如 nginx）负责 HTTPS，本程序只监听 127.0.0.1；代理须转发
Host、X-Forwarded-For（把访问者地址加在末尾）和 X-Forwarded-Proto。代理与本程序须在同一台机器上。
直接访问时同一地址最多同时 64 个连接；经过代理的由代理限制（如 nginx 的 limit_conn）。
一个数据文件夹同时只能由一个服务使用；服务运行时可以用 tianbao site 增加网站、重置校验码。

自定义表样放进数据文件夹的 forms/<编号>/<版次>.json，向本程序发送 SIGHUP（kill -HUP 进程号）或重新
启动后即可填报；与随程序安装的表样编号、版次都相同时，用自定义的。有错误的不采用，逐条指出错误，不影响
其他表样；已在使用的文件改坏了，SIGHUP 之后继续使用上次读到的内容。

例：
  tianbao serve
  tianbao serve --data /srv/tianbao --listen 127.0.0.1:9000

退出码：
  0  正常停止
  2  用法不对，或者不能启动
)";

namespace {

static_assert(http::max_connections_per_address == 64, "serve_help says so");

constexpr Option known_options[] = {{"--data"}, {"--listen"}, {"--client"}, {"--forms"}};

// glibc gives every thread an arena of its own, and each keeps what it once took. Two serve two cores as
// well.
constexpr int memory_arenas = 2;

struct Settings {
  std::string data = "data";
  http::Endpoint endpoint;
  std::string client;
  std::string forms;
};

Result<Settings, Complaint> read_settings(const Arguments& arguments) {
  const auto parsed = parse_arguments(arguments, known_options, {.name = ""});
  if (!parsed) return parsed.error();
  Settings settings;
  settings.client = installed_client().string();
  settings.forms = installed_forms().string();
  if (const std::string* const data = parsed.value().value("--data")) settings.data = *data;
  if (const std::string* const client = parsed.value().value("--client")) settings.client = *client;
  if (const std::string* const forms = parsed.value().value("--forms")) settings.forms = *forms;
  if (const std::string* const listen = parsed.value().value("--listen")) {
    auto endpoint = http::read_endpoint(*listen);
    if (!endpoint) return Complaint{endpoint.error()};
    settings.endpoint = std::move(endpoint).value();
  }
  if (settings.client.empty()) return Complaint{"找不到填报页面，请用 --client 指出它的文件夹。"};
  if (settings.forms.empty()) return Complaint{"找不到表样，请用 --forms 指出它的文件夹。"};
  return settings;
}

void warn_of_open_network(const Console& console, const http::Endpoint& endpoint) {
  if (http::is_loopback(endpoint)) return;
  console.error << "\n"
                   "**************************** 警 告 ****************************\n"
                   "服务监听 "
                << endpoint.host
                << "，网络上的其他机器都能访问，而且没有加密（HTTPS）：\n"
                   "校验码和报表内容以明文传输，可能被截获或篡改。\n"
                   "除非是隔离的内部网络，请改为监听 127.0.0.1，并在前面设一个\n"
                   "负责 HTTPS 的反向代理（tianbao serve --help 有说明）。\n"
                   "***************************************************************\n\n";
}

/// The address for a browser. A server on every address of the machine has none of its own.
std::string address_to_open(const http::Endpoint& endpoint, int port) {
  if (endpoint.host == "0.0.0.0" || endpoint.host == "::")
    return "http://本机地址:" + std::to_string(port) + "/";
  return http::to_url({endpoint.host, port});
}

int serve(const Settings& settings, http::Service& service, store::FormLibrary& forms,
          const http::StaticFiles& files, const HeldSignals& signals, const Console& console) {
  auto server = http::HttpServer::start(settings.endpoint, service, files);
  if (!server) return fail(console, {server.error()});
  warn_of_open_network(console, settings.endpoint);
  console.output << "填报服务已启动：" << address_to_open(settings.endpoint, server.value()->port())
                 << "\n数据文件夹：" << service.folder.path() << "\n";
  tell_own_forms(*forms.current(), console);
  console.output << "按 Ctrl+C（或发送 SIGTERM）停止。" << std::endl;
  while (signals.wait() == Wish::reload) tell_changes(forms.reload(), console);
  console.output << "正在停止：等已收到的请求办完……" << std::endl;
  server.value()->stop();
  console.output << "已停止。" << std::endl;
  return exit_clean;
}

}  // namespace

int run_serve(const Arguments& arguments, const Console& console) {
  mallopt(M_ARENA_MAX, memory_arenas);
  const HeldSignals signals;
  const auto settings = read_settings(arguments);
  if (!settings) return fail(console, settings.error());
  if (!store::ready_cryptography() || store::unmatched_hash().empty()) {
    return fail(console, {"不能取得随机数，或内存不足，无法启动。"});
  }
  // Before a data folder is made: a mistyped folder should leave nothing behind.
  const auto files = http::StaticFiles::load(settings.value().client);
  if (!files) return fail(console, {files.error() + "\n填报页面的文件夹请用 --client 指出。"});
  if (!std::filesystem::exists(settings.value().client + "/index.html")) {
    return fail(console, {"文件夹“" + settings.value().client +
                          "”里没有填报页面（index.html），请用 --client 另外指出。"});
  }
  if (!std::filesystem::is_directory(settings.value().forms)) {
    return fail(console, {"没有文件夹“" + settings.value().forms + "”，表样文件夹请用 --forms 指出。"});
  }
  const auto folder = store::DataFolder::open(settings.value().data, store::WhenMissing::make);
  if (!folder) return fail(console, {store::describe(folder.error())});
  const auto lock = folder.value().lock_reports();
  if (!lock) return fail(console, {store::describe(lock.error())});
  auto loaded = store::FormLibrary::load(folder.value(), settings.value().forms);
  if (!loaded) return fail(console, {loaded.error() + "\n表样文件夹请用 --forms 指出。"});
  store::FormLibrary forms = std::move(loaded).value();
  tell_problems(forms.problems(), console);
  store::ReportStore reports(folder.value(), forms);
  http::Service service{folder.value(), forms, reports};
  region::known_regions();  // read before anybody waits for it
  return serve(settings.value(), service, forms, files.value(), signals, console);
}

}  // namespace tianbao::command
