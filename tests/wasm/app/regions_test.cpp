// Where identifiers come from: what the client asks for, keeps and says.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/wasm/app/fill.h"

namespace tianbao::testing {
namespace {

constexpr std::string_view hunan = R"({"regions":{"43":"湖南省","4305":"邵阳市","430525":"洞口县"}})";
constexpr std::string_view code_name = "基本信息 政府网站标识码";
constexpr std::string_view place_id = "region.basic.site_code";

/// A client that has the work report open; regions are answered by the test.
Client asking_client() {
  Client client;
  client.answers_regions = false;
  client.start();
  client.sign_in();
  return client;
}

}  // namespace

TEST_CASE("the province of the website is asked for at sign-in, and an identifier shows its place") {
  Client client = asking_client();
  client.answer_region("43", 200, hunan);
  CHECK(*client.stored("region/43") == hunan);
  client.open(report_answer());
  client.type(code_name, "4305250009");
  client.leave(code_name);
  CHECK(client.text_of(place_id) == "湖南省邵阳市洞口县");
  CHECK(client.region_requests.empty());
  CHECK(client.find("finding.W217.basic.site_code") == nullptr);
}

TEST_CASE("another province is asked for when its identifier is typed, once") {
  Client client = asking_client();
  client.answer_region("43", 200, hunan);
  client.open(report_answer());
  client.type("基本信息 公安机关备案号", "沪公网安备31011502006445号");
  client.leave("基本信息 公安机关备案号");
  CHECK(client.find("region.basic.police_number") == nullptr);
  client.answer_region("31", 200, R"({"regions":{"31":"上海市","3101":"","310115":"浦东新区"}})");
  CHECK(client.text_of("region.basic.police_number") == "上海市浦东新区");
  client.type(code_name, "4305250009");
  client.leave(code_name);
  CHECK(client.text_of("finding.W417.basic.police_number").find("上海市浦东新区") != std::string::npos);
  CHECK(client.region_requests.empty());
}

TEST_CASE("a province that there is not makes the identifier's code one that is not in force") {
  Client client = asking_client();
  client.answer_region("43", 200, hunan);
  client.open(report_answer());
  client.type(code_name, "9905250009");
  client.leave(code_name);
  client.answer_region("99", 404, R"({"code":"unknown_region"})");
  CHECK(client.find("finding.W217.basic.site_code") != nullptr);
  CHECK(client.find(place_id) == nullptr);
  CHECK(client.stored("region/99") == nullptr);
}

TEST_CASE("without network what this device keeps of a province serves") {
  Client first = asking_client();
  first.answer_region("43", 200, hunan);
  Client client(first.storage);
  client.start(false);
  client.press("政府网站工作年度报表 2019年度");
  client.type(code_name, "4305250009");
  client.leave(code_name);
  CHECK(client.text_of(place_id) == "湖南省邵阳市洞口县");
  CHECK(client.region_requests.empty());
}

TEST_CASE(
    "what is no answer of the server's is no table, stops nothing else, and is asked for again when the "
    "network is back") {
  struct Case {
    int status;
    const char* body;
  };
  const Case cases[] = {{200, "<html>请登录</html>"},
                        {200, R"({"regions":{}})"},
                        {200, R"({"regions":{"44":"广东省"}})"},
                        {404, R"({"code":"not_found"})"},
                        {403, R"({"error":"forbidden"})"},
                        {500, R"({"code":"internal_error"})"},
                        {0, ""}};
  for (const Case& each : cases) {
    CAPTURE(each.status, each.body);
    Client client = asking_client();
    client.answer_region("43", each.status, each.body);
    CHECK(client.state.regions == nullptr);
    CHECK(client.stored("region/43") == nullptr);
    CHECK_FALSE(app::is_offline(client.state));
    CHECK(client.retry_ms == 0);
    client.open(report_answer());
    client.type(code_name, "4305250009");
    client.act(app::TimerFired{app::Timer::send_draft});
    client.accept();
    CHECK(client.region_requests.empty());
    client.act(app::WentOffline{});
    CHECK(client.region_requests.empty());
    client.act(app::WentOnline{});
    client.answer_region("43", 200, hunan);
    CHECK(client.text_of(place_id) == "湖南省邵阳市洞口县");
    client.act(app::WentOffline{});
    client.act(app::WentOnline{});
    CHECK(client.region_requests.empty());
  }
}

TEST_CASE("what the server says of a province takes the place of what was kept") {
  Client::Storage kept = {{"region/43", R"({"regions":{"43":"湖南省","4305":"邵阳地区"}})"}};
  Client client(kept);
  client.answers_regions = false;
  client.start();
  client.sign_in();
  REQUIRE(client.state.regions != nullptr);
  CHECK(client.state.regions->place("430500") == "湖南省邵阳地区");
  client.answer_region("43", 200, hunan);
  CHECK(client.state.regions->place("430500") == "湖南省邵阳市");
  CHECK(*client.stored("region/43") == hunan);
}

}  // namespace tianbao::testing
