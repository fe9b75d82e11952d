#include "tests/wasm/app/prior.h"

#include "shared/json/parse.h"
#include "shared/json/write.h"

namespace tianbao::testing {

json::Value answer_with_prior(std::string_view values, std::string_view period) {
  std::string answer = json::to_compact(report_answer());
  constexpr std::string_view none = R"("prior":null)";
  answer.replace(
      answer.find(none), none.size(),
      R"("prior":{"period":")" + std::string(period) + R"(","values":)" + std::string(values) + "}");
  return json::parse(answer).value();
}

Client opened_trial(const std::string& fields, std::string_view prior_values,
                    const std::string& section_members) {
  Client client;
  client.definitions = {R"({"format": "tianbao-form/1", "id": "trial", "edition": "2017", "title": "试填表",
    "periods": {"first": 2017}, "sections": [{"id": "s", "label": "部分", )" +
                        section_members + R"("groups": [)" + fields + "]}]}"};
  client.start();
  client.sign_in();
  client.press("试填表 2019年度");
  client.answer("GET", "/api/v1/reports/trial/2019/4305250009", 200,
                json::to_compact(answer_with_prior(prior_values)));
  return client;
}

}  // namespace tianbao::testing
