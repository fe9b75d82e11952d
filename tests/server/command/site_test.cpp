#include "server/command/site.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "server/store/data_folder.h"
#include "server/store/register.h"
#include "server/store/secret.h"
#include "tests/server/command/fixture.h"

namespace tianbao::command {

namespace {

using testing::contains;
using testing::Folder;
using testing::Ran;
using testing::run;

Ran add(const std::string& data, const std::string& code, const std::string& name,
        const std::string& url = "http://www.dongkou.gov.cn") {
  return run(
      {"site", "add", code, "--name", name, "--url", url, "--organiser", "洞口县人民政府", "--data", data});
}

/// The 校验码 that a command showed.
std::string secret_in(const Ran& ran) {
  constexpr std::string_view label = "\n校验码：";
  const std::size_t at = ran.output.find(label);
  REQUIRE(at != std::string::npos);
  return ran.output.substr(at + label.size(), std::string_view("7KQF-M2XW-9HRT-C4BN").size());
}

store::SiteRecord registered(const std::string& data, const std::string& code) {
  const auto folder = store::DataFolder::open(data, store::WhenMissing::refuse);
  REQUIRE(folder.ok());
  auto record = store::read_site(folder.value(), code);
  REQUIRE(record.ok());
  REQUIRE(record.value().has_value());
  return *std::move(record).value();
}

}  // namespace

TEST_CASE("site add makes the data folder, registers the site as it was meant, and shows its 校验码 once") {
  const Folder folder;
  const std::string data = folder.path("new/data");
  const Ran added = add(data, "４３０５２５０００９", " 洞口县人民政府 ", "www.dongkou.gov.cn");
  REQUIRE(added.code == exit_clean);
  CHECK(added.error.empty());
  CHECK(added.output.rfind("网站：洞口县人民政府\n标识码：4305250009\n校验码：", 0) == 0);
  CHECK(contains(added.output, "校验码只显示这一次"));
  const store::SiteRecord record = registered(data, "4305250009");
  CHECK(record.site ==
        document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"});
  CHECK(store::secret_matches(record.secret_hash, secret_in(added)));
  CHECK_FALSE(contains(run({"site", "list", "--data", data}).output, secret_in(added)));
}

TEST_CASE("A 标识码 is registered once: the second site add changes nothing and says how to go on") {
  const Folder folder;
  const std::string data = folder.path("data");
  const std::string secret = secret_in(add(data, "4305250009", "洞口县人民政府"));
  const Ran again = add(data, "4305250009", "别的网站");
  CHECK(again.code == exit_unreadable);
  CHECK(again.output.empty());
  CHECK(contains(again.error, "标识码 4305250009 已登记为“洞口县人民政府”"));
  CHECK(contains(again.error, "tianbao site reset-code 4305250009"));
  const store::SiteRecord record = registered(data, "4305250009");
  CHECK(record.site.name == "洞口县人民政府");
  CHECK(store::secret_matches(record.secret_hash, secret));
}

TEST_CASE("site reset-code ends the old 校验码, and keeps the site as it is") {
  const Folder folder;
  const std::string data = folder.path("data");
  const std::string old_secret = secret_in(add(data, "4305250009", "洞口县人民政府"));
  const document::Site before = registered(data, "4305250009").site;
  const Ran reset = run({"site", "reset-code", "4305250009", "--data", data});
  REQUIRE(reset.code == exit_clean);
  const store::SiteRecord record = registered(data, "4305250009");
  CHECK(record.site == before);
  CHECK(store::secret_matches(record.secret_hash, secret_in(reset)));
  CHECK_FALSE(store::secret_matches(record.secret_hash, old_secret));
}

TEST_CASE("site add and site set register what is known of a site, as its form would read it") {
  const Folder folder;
  const std::string data = folder.path("data");
  const Ran added =
      run({"site", "add", "4305250009", "--name", "洞口县人民政府", "--url", "www.dongkou.gov.cn",
           "--organiser", "洞口县人民政府", "--icp-number", " 湘ＩＣＰ备09023995号 ", "--police-number",
           "湘公网安备 43052502000024号", "--data", data});
  REQUIRE(added.code == exit_clean);
  document::Site site = registered(data, "4305250009").site;
  CHECK(site.icp_number == "湘ICP备09023995号");
  CHECK(site.police_number == "湘公网安备43052502000024号");
  const std::string hash = registered(data, "4305250009").secret_hash;

  const Ran set = run({"site", "set", "4305250009", "--organiser", "洞口县人民政府办公室", "--url",
                       "https://www.DONGKOU.gov.cn", "--police-number", "无", "--data", data});
  REQUIRE(set.code == exit_clean);
  CHECK(set.output == "已更改：洞口县人民政府（4305250009）\n");
  site.organiser = "洞口县人民政府办公室";
  site.url = "https://www.dongkou.gov.cn";
  site.police_number.clear();
  CHECK(registered(data, "4305250009").site == site);
  CHECK(registered(data, "4305250009").secret_hash == hash);
}

TEST_CASE("a register file from before 备案号 were known is read, and site set adds to it") {
  const Folder folder;
  const std::string data = folder.path("data");
  add(data, "4305250009", "洞口县人民政府");
  const std::string file = testing::read(folder.path("data/sites/4305250009/site.json"));
  CHECK_FALSE(contains(file, "icp_number"));
  REQUIRE(run({"site", "set", "4305250009", "--icp-number", "湘ICP备09023995号-1", "--data", data}).code ==
          exit_clean);
  CHECK(registered(data, "4305250009").site.icp_number == "湘ICP备09023995号-1");
  CHECK(contains(run({"site", "list", "--data", data}).output, "\t洞口县人民政府\t湘ICP备09023995号-1\t\n"));
}

TEST_CASE("site list names every site on a line of its own, by 标识码") {
  const Folder folder;
  const std::string data = folder.path("data");
  add(data, "bm12345678", "某部门", "https://www.example.gov.cn");
  add(data, "4305250009", "洞口县人民政府");
  const Ran listed = run({"site", "list", "--data", data});
  CHECK(listed.code == exit_clean);
  CHECK(listed.error.empty());
  CHECK(listed.output ==
        "4305250009\t洞口县人民政府\thttp://www.dongkou.gov.cn\t洞口县人民政府\t\t\n"
        "bm12345678\t某部门\thttps://www.example.gov.cn\t洞口县人民政府\t\t\n");

  std::filesystem::remove_all(folder.path("data/sites/4305250009"));
  std::filesystem::remove_all(folder.path("data/sites/bm12345678"));
  const Ran empty = run({"site", "list", "--data", data});
  CHECK(empty.code == exit_clean);
  CHECK(empty.output.empty());
  CHECK(contains(empty.error, "还没有网站"));
}

TEST_CASE("What is no site, and what is no register, is refused with what was expected") {
  const Folder folder;
  const std::string data = folder.path("data");
  add(data, "4305250009", "洞口县人民政府");
  const std::string other = folder.path("other");
  std::filesystem::create_directory(other);
  const std::string file = folder.write("file", "x");
  const std::string url = "http://www.dongkou.gov.cn";
  testing::check_refused({
      {{"site", "add"}, "缺少参数 CODE"},
      {{"site", "add", "4305250010", "x"}, "多了参数“x”"},
      {{"site", "add", "430525", "--data", data}, "“430525”不是政府网站标识码：应为 10 位数字"},
      {{"site", "add", "../4305250", "--data", data}, "不是政府网站标识码"},
      {{"site", "add", "\xff\xfe", "--data", data}, "不是政府网站标识码"},
      {{"site", "add", "4305250010", "--data", data}, "缺少选项 --name"},
      {{"site", "add", "4305250010", "--name", " ", "--url", url, "--organiser", "a"},
       "--name 的内容不能为空"},
      {{"site", "add", "4305250010", "--name", "a\nb", "--url", url, "--organiser", "a"}, "须为一行文字"},
      {{"site", "add", "4305250010", "--name", std::string(201, 'a'), "--url", url, "--organiser", "a"},
       "200 字"},
      {{"site", "add", "4305250010", "--name", "\xff", "--url", url, "--organiser", "a"}, "不是 UTF-8"},
      {{"site", "add", "4305250010", "--name", "a", "--url", "没有网址", "--organiser", "a"},
       "“没有网址”不是网址"},
      {{"site", "add", "4305250010", "--name", "a", "--url", url}, "缺少选项 --organiser"},
      {{"site", "add", "4305250010", "--nmae", "a"}, "是否想写“--name”"},
      {{"site", "add", "4305250010", "--name", "a", "--url", url, "--organiser", "a", "--data", file},
       "这不是文件夹"},
      {{"site", "add", "4305250010", "--name", "a", "--url", url, "--organiser", "a", "--icp-number", "12"},
       "“12”不是ICP备案号，例如 湘ICP备09023995号"},
      {{"site", "set", "4305250009", "--data", data}, "没有写出要更改的内容"},
      {{"site", "set", "4305250009", "--name", "洞口县人民政府", "--data", data}, "与登记的相同"},
      {{"site", "set", "4305250009", "--url", "无", "--data", data}, "“无”不是网址"},
      {{"site", "set", "4305250009", "--name", "", "--data", data}, "--name 的内容不能为空"},
      {{"site", "set", "4305250009", "--police-number", "x", "--data", data}, "不是公安机关备案号"},
      {{"site", "set", "4305250010", "--name", "a", "--data", data}, "登记册中没有标识码 4305250010"},
      {{"site", "set", "4305250009", "--name", "a", "--data", folder.path("missing")}, "请用 --data 指出"},
      {{"site", "reset-code"}, "缺少参数 CODE"},
      {{"site", "reset-code", "4305250010", "--data", data}, "登记册中没有标识码 4305250010"},
      {{"site", "reset-code", "4305250009", "--data", folder.path("missing")}, "请用 --data 指出"},
      {{"site", "list", "--data", folder.path("missing")}, "没有这个文件夹"},
      {{"site", "list", "--data", other}, "不是填报的数据文件夹"},
      {{"site", "list", "--data", ""}, "没有写出数据文件夹的名称"},
  });
  CHECK_FALSE(std::filesystem::exists(folder.path("missing")));
  CHECK(std::filesystem::is_empty(other));
}

}  // namespace tianbao::command
