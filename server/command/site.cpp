#include "server/command/site.h"

#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "server/command/arguments.h"
#include "server/command/site_facts.h"
#include "server/store/data_folder.h"
#include "server/store/names.h"
#include "server/store/register.h"
#include "server/store/secret.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/utf8.h"

namespace tianbao::command {

const std::string_view site_add_help =
    R"(用法：tianbao site add CODE --name 名称 --url 网址 --organiser 主办单位 
       [--icp-number 号] [--police-number 号] [--data DIR]

在登记册中增加一个网站，并显示它的校验码。校验码只显示这一次，请转告填报单位；
忘记时用 tianbao site reset-code 重置。服务运行时也可以使用，立即生效。

参数：
  CODE                  政府网站标识码：10 位数字，或 bm 加 8 位数字
  --name 名称           网站名称
  --url 网址            首页网址
  --organiser 主办单位  主办单位全称
  --icp-number 号       ICP备案号
  --police-number 号    公安机关备案号
  --data DIR            数据文件夹，没有时新建（默认 data）

例：
  tianbao site add 4305250009 --name 洞口县人民政府 --url http://www.dongkou.gov.cn --organiser 洞口县人民政府

退出码：
  0  已增加
  2  用法不对，标识码已登记，或者不能写入
)";

const std::string_view site_set_help =
    R"(用法：tianbao site set CODE [--name 名称] [--url 网址] [--organiser 主办单位]
       [--icp-number 号] [--police-number 号] [--data DIR]

更改一个网站的登记信息；没有写出的保持不变。填报时这些信息供填报人核对、采用。
服务运行时也可以使用，立即生效。

参数：
  CODE                  政府网站标识码
  --name 名称           网站名称
  --url 网址            首页网址
  --organiser 主办单位  主办单位全称
  --icp-number 号       ICP备案号；写“无”则删去
  --police-number 号    公安机关备案号；写“无”则删去
  --data DIR            数据文件夹（默认 data）

例：
  tianbao site set 4305250009 --icp-number 湘ICP备09023995号 --police-number 湘公网安备43052502000024号

退出码：
  0  已更改
  2  用法不对，没有这个网站，或者不能写入
)";

const std::string_view site_reset_code_help =
    R"(用法：tianbao site reset-code CODE [--data DIR]

为一个网站换发校验码并显示一次。原校验码立即失效，用它登录的人须重新登录。
服务运行时也可以使用。

例：
  tianbao site reset-code 4305250009

退出码：
  0  已换发
  2  用法不对，没有这个网站，或者不能写入
)";

const std::string_view site_list_help =
    R"(用法：tianbao site list [--data DIR]

列出登记册中的网站，每行一个：标识码、网站名称、首页网址、主办单位、ICP备案号、
公安机关备案号，以制表符分隔；没有登记的为空。

例：
  tianbao site list
  tianbao site list --data /srv/tianbao

退出码：
  0  已列出
  2  用法不对，或者读不出来
)";

namespace {

constexpr Option fact_options[] = {{"--name"},       {"--url"},           {"--organiser"},
                                   {"--icp-number"}, {"--police-number"}, {"--data"}};
constexpr Option data_option[] = {{"--data"}};

Result<store::DataFolder, store::FileError> open_folder(const ParsedArguments& parsed,
                                                        store::WhenMissing when_missing) {
  const std::string* const path = parsed.value("--data");
  return store::DataFolder::open(path != nullptr ? *path : "data", when_missing);
}

Result<std::string, Complaint> read_code(const std::string& typed) {
  const text::Reading reading = text::is_valid_utf8(typed) ? text::read_site_code(typed) : text::Reading{};
  if (reading.state == text::ReadingState::value && store::is_site_code(reading.value)) return reading.value;
  return Complaint{"“" + typed + "”不是政府网站标识码：应为 10 位数字，或 bm 加 8 位数字。"};
}

/// Gives the record a fresh secret, writes it and prints the secret. The register's lock is held.
int write_with_new_secret(const store::DataFolder& folder, store::SiteRecord record, const Console& console) {
  if (!store::ready_cryptography()) return fail(console, {"不能取得随机数，无法生成校验码。"});
  const std::string secret = store::make_secret();
  auto hash = store::hash_secret(secret);
  if (!hash.has_value()) return fail(console, {"内存不足，无法生成校验码。"});
  record.secret_hash = *std::move(hash);
  if (const auto error = store::write_site(folder, record)) return fail(console, {store::describe(*error)});
  console.output << "网站：" << record.site.name << "\n标识码：" << record.site.code << "\n校验码：" << secret
                 << "\n校验码只显示这一次，请转告填报单位并妥善保管。\n";
  return exit_clean;
}

}  // namespace

int run_site_add(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, fact_options, {.name = "CODE", .least = 1, .most = 1});
  if (!parsed) return fail(console, parsed.error());
  auto code = read_code(parsed.value().operands.front());
  if (!code) return fail(console, code.error());
  store::SiteRecord record;
  record.site.code = code.value();
  if (const auto complaint = read_site_facts(parsed.value(), SiteChange::whole, record.site)) {
    return fail(console, {*complaint});
  }
  const auto folder = open_folder(parsed.value(), store::WhenMissing::make);
  if (!folder) return fail(console, {store::describe(folder.error())});
  const auto lock = folder.value().lock_register();
  if (!lock) return fail(console, {store::describe(lock.error())});
  const auto existing = store::read_site(folder.value(), code.value());
  if (!existing) return fail(console, {store::describe(existing.error())});
  if (existing.value().has_value()) {
    return fail(console, {"标识码 " + code.value() + " 已登记为“" + existing.value()->site.name +
                          "”。要换发校验码，请用 tianbao site reset-code " + code.value() + "。"});
  }
  return write_with_new_secret(folder.value(), std::move(record), console);
}

int run_site_set(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, fact_options, {.name = "CODE", .least = 1, .most = 1});
  if (!parsed) return fail(console, parsed.error());
  const auto code = read_code(parsed.value().operands.front());
  if (!code) return fail(console, code.error());
  document::Site changes;
  if (const auto complaint = read_site_facts(parsed.value(), SiteChange::part, changes)) {
    return fail(console, {*complaint});
  }
  const auto folder = open_folder(parsed.value(), store::WhenMissing::refuse);
  if (!folder) return fail(console, {store::describe(folder.error())});
  const auto lock = folder.value().lock_register();
  if (!lock) return fail(console, {store::describe(lock.error())});
  auto existing = store::read_site(folder.value(), code.value());
  if (!existing) return fail(console, {store::describe(existing.error())});
  if (!existing.value().has_value()) return fail(console, {"登记册中没有标识码 " + code.value() + "。"});
  store::SiteRecord record = *std::move(existing).value();
  const document::Site before = record.site;
  read_site_facts(parsed.value(), SiteChange::part, record.site);
  if (record.site == before)
    return fail(console, {"没有写出要更改的内容，或者与登记的相同（用法见 --help）。"});
  if (const auto error = store::write_site(folder.value(), record)) {
    return fail(console, {store::describe(*error)});
  }
  console.output << "已更改：" << record.site.name << "（" << record.site.code << "）\n";
  return exit_clean;
}

int run_site_reset_code(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, data_option, {.name = "CODE", .least = 1, .most = 1});
  if (!parsed) return fail(console, parsed.error());
  const auto code = read_code(parsed.value().operands.front());
  if (!code) return fail(console, code.error());
  const auto folder = open_folder(parsed.value(), store::WhenMissing::refuse);
  if (!folder) return fail(console, {store::describe(folder.error())});
  const auto lock = folder.value().lock_register();
  if (!lock) return fail(console, {store::describe(lock.error())});
  auto existing = store::read_site(folder.value(), code.value());
  if (!existing) return fail(console, {store::describe(existing.error())});
  if (!existing.value().has_value()) return fail(console, {"登记册中没有标识码 " + code.value() + "。"});
  return write_with_new_secret(folder.value(), *std::move(existing).value(), console);
}

int run_site_list(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, data_option, {.name = ""});
  if (!parsed) return fail(console, parsed.error());
  const auto folder = open_folder(parsed.value(), store::WhenMissing::refuse);
  if (!folder) return fail(console, {store::describe(folder.error())});
  const auto codes = store::list_sites(folder.value());
  if (!codes) return fail(console, {store::describe(codes.error())});
  if (codes.value().empty()) console.error << "登记册中还没有网站；用 tianbao site add 增加。\n";
  for (const std::string& code : codes.value()) {
    const auto record = store::read_site(folder.value(), code);
    if (!record) return fail(console, {store::describe(record.error())});
    if (!record.value().has_value()) continue;
    const document::Site& site = record.value()->site;
    console.output << site.code << "\t" << site.name << "\t" << site.url << "\t" << site.organiser << "\t"
                   << site.icp_number << "\t" << site.police_number << "\n";
  }
  return exit_clean;
}

}  // namespace tianbao::command
