#include "server/command/form_preview.h"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/files.h"
#include "server/command/installed.h"
#include "server/command/signals.h"
#include "server/http/endpoint.h"
#include "server/http/gate.h"
#include "server/http/limits.h"
#include "server/http/server.h"
#include "server/http/static_files.h"
#include "server/preview/preview_pages.h"
#include "server/preview/sample.h"
#include "server/store/form_library.h"
#include "server/store/lint_text.h"
#include "server/store/moment.h"
#include "server/store/report_store.h"
#include "server/store/secret.h"
#include "shared/form/load.h"

namespace tianbao::command {

const std::string_view form_preview_help =
    R"(用法：tianbao form preview FILE [--listen HOST:PORT] [--client DIR]

在浏览器里预览一份表样：就是填报人看到的页面，以一个示例网站的身份打开，不用校验码。文件一改动，
页面自动刷新，已填的内容尽量带过来；改坏了，页面和屏幕上都指出错误，改好为止。按 Ctrl+C 停止。

由组织单位填报的表样、以后年度才适用的表样也可以预览。填的内容只在浏览器和临时文件夹里，停止时删除
临时文件夹。

选项：
  --listen HOST:PORT  监听地址，只能是本机（默认 127.0.0.1:0，任选一个空闲端口）
  --client DIR        填报页面的文件夹；不写时用随程序安装的页面

例：
  tianbao form preview town-check/2024.json

退出码：
  0  正常停止
  2  用法不对，文件读不出来，或者不能启动
)";

namespace {

constexpr Option known_options[] = {{"--listen"}, {"--client"}};
constexpr int poll_ms = 200;

struct Settings {
  std::string file;
  http::Endpoint endpoint{"127.0.0.1", 0};
  std::string client;
};

Result<Settings, Complaint> read_settings(const Arguments& arguments) {
  const auto parsed = parse_arguments(arguments, known_options, {.name = "FILE", .least = 1, .most = 1});
  if (!parsed) return parsed.error();
  Settings settings;
  settings.file = parsed.value().operands.front();
  settings.client = installed_client().string();
  if (const std::string* const client = parsed.value().value("--client")) settings.client = *client;
  if (const std::string* const listen = parsed.value().value("--listen")) {
    auto endpoint = http::read_endpoint(*listen);
    if (!endpoint) return Complaint{endpoint.error()};
    settings.endpoint = std::move(endpoint).value();
  }
  if (!http::is_loopback(settings.endpoint)) {
    return Complaint{"预览不用校验码，只能在本机监听，例如 127.0.0.1:8081。"};
  }
  if (settings.client.empty()) return Complaint{"找不到填报页面，请用 --client 指出它的文件夹。"};
  return settings;
}

/// Follows the file and shows what is in it.
class Preview {
 public:
  Preview(std::string file, const preview::SampleFolder& sample, store::FormLibrary& forms,
          preview::PreviewPages& pages, const Console& console)
      : file_(std::move(file)), sample_(sample), forms_(forms), pages_(pages), console_(console) {}

  /// Shows what the file holds now, if that is not shown yet. While it is being written it is not the same
  /// twice.
  void look() {
    std::string found = read();
    if (found == shown_ || std::exchange(last_, found) != found) return;
    show(std::move(found));
  }

  void show_at_once() { show(read()); }

 private:
  /// What the file holds, or why it cannot be read: both begin otherwise.
  std::string read() const {
    const auto text = read_file(file_);
    return text.ok() ? "=" + text.value() : "!" + text.error().text;
  }

  void show(std::string found) {
    shown_ = std::move(found);
    if (shown_.front() == '!') return refuse(shown_.substr(1));
    const std::string definition = shown_.substr(1);
    const auto form = form::load(definition);
    if (!form) return refuse(store::lint_text(file_, form.error()));
    const int this_year = std::stoi(store::china_date(store::now()).substr(0, 4));
    if (const auto error = sample_.put_form(preview::as_shown(definition, this_year))) {
      return refuse(store::describe(*error));
    }
    forms_.reload();
    sample_.forget_reports();
    pages_.show_form();
    console_.output << "《" << printable(form.value().title) << "》没有错误，已显示。" << std::endl;
  }

  void refuse(const std::string& problem) {
    const std::string shown = printable(problem);
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < shown.size();) {
      const std::size_t end = std::min(shown.find('\n', start), shown.size());
      lines.push_back(shown.substr(start, end - start));
      start = end + 1;
    }
    pages_.show_problems(std::move(lines));
    console_.output << shown << std::endl;
  }

  std::string file_;
  const preview::SampleFolder& sample_;
  store::FormLibrary& forms_;
  preview::PreviewPages& pages_;
  const Console& console_;
  std::string shown_;
  std::string last_;
};

}  // namespace

int run_form_preview(const Arguments& arguments, const Console& console) {
  const auto settings = read_settings(arguments);
  if (!settings) return fail(console, settings.error());
  // A mistyped name should be told; later the file may come and go.
  if (const auto text = read_file(settings.value().file); !text) return fail(console, text.error());
  const auto client = http::StaticFiles::load(settings.value().client);
  if (!client) return fail(console, {client.error() + "\n填报页面的文件夹请用 --client 指出。"});
  if (client.value().bytes_at("/index.html").empty()) {
    return fail(console, {"文件夹“" + settings.value().client +
                          "”里没有填报页面（index.html），请用 --client 另外指出。"});
  }
  if (!store::ready_cryptography()) return fail(console, {"不能取得随机数，无法启动。"});
  const HeldSignals signals;
  preview::SampleFolder sample;
  if (const std::string problem = sample.make(); !problem.empty()) return fail(console, {problem});
  store::FormLibrary forms(sample.data(), sample.forms());
  store::ReportStore reports(sample.data(), forms);
  http::Service service{sample.data(), forms, reports};
  preview::PreviewPages pages(client.value(), settings.value().file, [&service] {
    const std::string token = service.sessions.open(std::string(preview::sample_code),
                                                    std::string(preview::sample_hash), service.now());
    return http::session_cookie_header({}, token);
  });
  auto server = http::HttpServer::start(settings.value().endpoint, service, pages);
  if (!server) return fail(console, {server.error()});
  console.output << "请在浏览器中打开："
                 << http::to_url({settings.value().endpoint.host, server.value()->port()}) << "\n"
                 << settings.value().file << " 改动后页面自动刷新。按 Ctrl+C 停止。" << std::endl;
  Preview shown(settings.value().file, sample, forms, pages, console);
  shown.show_at_once();
  while (signals.wait(poll_ms) != Wish::stop) shown.look();
  server.value()->stop();
  console.output << "已停止。" << std::endl;
  return exit_clean;
}

}  // namespace tianbao::command
