#include "shared/document/document.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"

using namespace tianbao;
using document::Document;
using document::DocumentError;
using testing::work_report;

namespace {

json::Value parse(std::string_view text) {
  auto value = json::parse(text);
  INFO(text);
  REQUIRE(value.ok());
  return std::move(value).value();
}

/// A document's JSON text with `members` behind the five that are always there.
std::string document_json(std::string_view members) {
  return R"({"format":"tianbao-document/1","form":{"id":"work-report","edition":"2017","digest":")" +
         work_report().digest + R"("},"period":"2019","subject":"4305250009","reporter":"4305250009")" +
         std::string(members) + "}";
}

Document read_document(std::string_view text) {
  auto document = document::read(parse(text), work_report());
  if (!document) {
    for (const DocumentError& error : document.error()) UNSCOPED_INFO(document::describe(error));
  }
  REQUIRE(document.ok());
  return std::move(document).value();
}

const document::Cell& cell_of(const Document& document, std::string_view address) {
  return document.cells[testing::field_index(work_report(), address)];
}

std::string written(const Document& document) {
  return json::to_canonical(document::write(document, work_report()));
}

}  // namespace

TEST_CASE("a blank document has a blank cell for every field and names its form") {
  const Document blank = document::make_blank(work_report(), "2019", "4305250009");
  CHECK(blank.cells == std::vector<document::Cell>(work_report().fields.size()));
  CHECK(json::to_compact(document::write(blank, work_report())) == document_json(""));
}

TEST_CASE("writing what was read from a written document gives the same bytes") {
  for (const std::string name : {"dongkou-2019", "gaohang-2017"}) {
    CAPTURE(name);
    Document filled = testing::published_report(name);
    filled.explanations.push_back(
        {"W101", "release.total", *parse(R"({"release.total":523})").as_object(), "含转载"});
    filled.context.today = "2020-01-15";
    filled.context.site =
        document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
    if (name == "gaohang-2017") {
      filled.context.site->icp_number = "沪ICP备05053911号";
      filled.context.site->police_number = "31011502000001";
    }
    filled.context.prior_known = document::PriorKnown::present;
    filled.context.prior = {"2016", filled.cells};
    const std::string first = written(filled);
    const Document again = read_document(json::to_indented(document::write(filled, work_report())));
    CHECK(written(again) == first);
    CHECK(again.cells == filled.cells);
    CHECK(again.explanations == filled.explanations);
    CHECK(again.context == filled.context);
    CHECK(document::digest(again, work_report()) == document::digest(filled, work_report()));
  }
}

TEST_CASE("last year's report may be from before this edition of the form") {
  const form::Form& form = testing::later_edition();
  Document document = document::make_blank(form, "2024", "4305250009");
  document.context.prior_known = document::PriorKnown::present;
  document.context.prior = {"2023", document.cells};
  const auto read = document::read(document::write(document, form), form);
  REQUIRE(read.ok());
  CHECK(read.value().context == document.context);
}

TEST_CASE("a document is written in the form's order, without what is blank") {
  Document document = document::make_blank(work_report(), "2019", "4305250009");
  testing::type_into(work_report(), document, "signature.date", "2020-1-15");
  testing::type_into(work_report(), document, "release.catalogue", "135 (主动公开)");
  testing::type_into(work_report(), document, "release.total", "523");
  testing::type_into(work_report(), document, "release.overview", "约50");
  testing::type_into(work_report(), document, "media.weibo_posts", "无");
  testing::type_into(work_report(), document, "innovation.features", "☑其他：政务百科");
  testing::type_into(work_report(), document, "services.catalogue_published", "是");
  CHECK(json::to_compact(*document::write(document, work_report()).find("values")) ==
        R"j({"release":{"total":523,"overview":{"raw":"约50"},)j"
        R"j("catalogue":{"value":135,"raw":"135 (主动公开)","remark":"主动公开"}},)j"
        R"j("services":{"catalogue_published":true},"media":{"weibo_posts":{"none":true}},)j"
        R"j("innovation":{"features":{"value":["other"],"raw":"☑其他：政务百科","other":"政务百科"}},)j"
        R"j("signature":{"date":{"value":"2020-01-15","raw":"2020-1-15"}}})j");
}

TEST_CASE("the digest follows the content, not how the file is laid out") {
  const std::string values = R"(,"values":{"release":{"total":523,"overview":51}})";
  const std::string reordered = R"(,"values":{"release":{"overview":51.0,"total":5.23e2}})";
  const std::string other = R"(,"values":{"release":{"total":524,"overview":51}})";
  const auto digest_of = [](const std::string& members) {
    return document::digest(read_document(document_json(members)), work_report());
  };
  CHECK(digest_of(values) == digest_of(reordered));
  CHECK(digest_of(values) != digest_of(other));
  CHECK(digest_of(values).size() == 64);
}

TEST_CASE("cells of the wrong JSON type are kept unread, so that a person can mend them") {
  struct Case {
    std::string_view section;
    std::string_view field;
    std::string_view json;
    std::string_view raw;
  };
  const Case cases[] = {
      {"release", "total", R"("16965")", "16965"},
      {"release", "total", "true", "true"},
      {"release", "total", "[1,2]", "[1,2]"},
      {"release", "total", "1234567890123456", "1234567890123456"},
      {"release", "total", "0.0000001", "1e-7"},
      {"services", "catalogue_published", R"("是")", "是"},
      {"services", "catalogue_published", "1", "1"},
      {"basic", "site_code", "4305250009", "4305250009"},
      {"basic", "site_code", R"("430525")", "430525"},
      {"signature", "date", R"("2020-02-30")", "2020-02-30"},
      {"innovation", "features", R"(["other",1])", R"(["other",1])"},
      {"release", "total", R"({"value":"约500"})", "约500"},
      {"release", "total", R"({"raw":"约500"})", "约500"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.section, each.field, each.json);
    const std::string members = R"(,"values":{")" + std::string(each.section) + R"(":{")" +
                                std::string(each.field) + R"(":)" + std::string(each.json) + "}}";
    const Document document = read_document(document_json(members));
    const document::Cell& cell = cell_of(document, std::string(each.section) + "." + std::string(each.field));
    CHECK(cell.state == document::CellState::unread);
    CHECK(cell.raw == each.raw);
  }
}

TEST_CASE("texts that are not canonical are made so and keep what they were") {
  const Document document = read_document(document_json(
      R"(,"values":{"signature":{"date":"2020-1-15","head":"无"},"basic":{"site_kind":"county"},)"
      R"("innovation":{"features":["other","search_as_service","other","new"]},"media":{"other":""}})"));
  CHECK(cell_of(document, "signature.date").raw == "2020-1-15");
  CHECK(std::get<std::string>(cell_of(document, "signature.date").value) == "2020-01-15");
  CHECK(cell_of(document, "signature.head").state == document::CellState::none);
  CHECK(std::get<std::string>(cell_of(document, "basic.site_kind").value) == "county");
  CHECK(std::get<document::ChoiceIds>(cell_of(document, "innovation.features").value) ==
        document::ChoiceIds{"search_as_service", "other", "new"});
  CHECK(cell_of(document, "media.other") == document::Cell{});
}

TEST_CASE("read names every mistake with its JSON Pointer") {
  struct Case {
    std::string text;
    std::vector<std::pair<std::string, std::string>> mistakes;  // pointer, code
  };
  const std::string long_text(document::max_cell_bytes + 1, 'a');
  const std::string long_explanation(document::max_cell_bytes + 1, 'a');
  std::string many_explanations;
  for (std::size_t i = 0; i <= document::max_explanations; ++i) many_explanations += i == 0 ? "{}" : ",{}";
  std::string many_choices = "\"none\"";
  for (int i = 0; i < 200'000; ++i) many_choices += ",\"x" + std::to_string(i) + "\"";
  const Case cases[] = {
      {document_json(R"(,"values":{"innovation":{"features":[)" + many_choices + "]}}"),
       {{"/values/innovation/features", "too_many"}}},
      {document_json(R"(,"values":{"innovation":{"features":{"value":[)" + many_choices +
                     R"(],"other":"x"}}})"),
       {{"/values/innovation/features/value", "too_many"}}},
      {"[]", {{"", "wrong_type"}}},
      {"{}",
       {{"/format", "missing_member"},
        {"/form", "missing_member"},
        {"/period", "missing_member"},
        {"/subject", "missing_member"},
        {"/reporter", "missing_member"}}},
      {R"({"format":"tianbao-document/2","form":{"id":"work-report","edition":"2016","digest":""},"period":"2016",)"
       R"("subject":"../4305250009","reporter":1})",
       {{"/format", "wrong_format"},
        {"/form/edition", "wrong_form"},
        {"/form/digest", "wrong_form"},
        {"/period", "wrong_period"},
        {"/subject", "wrong_value"},
        {"/reporter", "wrong_type"}}},
      {document_json(R"(,"vaules":{},"seal":"x")"), {{"/vaules", "unknown_member"}, {"/seal", "wrong_type"}}},
      {document_json(R"(,"values":{"relase":{},"release":[],"basic":{"site_cod":1,"a/b~c":2}})"),
       {{"/values/relase", "unknown_section"},
        {"/values/release", "wrong_type"},
        {"/values/basic/site_cod", "unknown_cell"},
        {"/values/basic/a~1b~0c", "unknown_cell"}}},
      {document_json(R"(,"values":{"release":{"total":null,"overview":{},"news":{"value":1,"none":true},)"
                     R"("catalogue":{"none":false}},"media":{"other":{"value":"x","other":"y"}}})"),
       {{"/values/release/total", "wrong_type"},
        {"/values/release/overview/value", "missing_member"},
        {"/values/release/news", "wrong_value"},
        {"/values/release/catalogue/none", "wrong_value"},
        {"/values/media/other/other", "unknown_member"}}},
      {document_json(
           R"(,"values":{"release":{"total":{"value":1,"raw":2},"overview":{"value":"","raw":"x"}},)"
           R"("basic":{"site_name":")" +
           long_text + R"("}})"),
       {{"/values/release/total/raw", "wrong_type"},
        {"/values/release/overview/value", "wrong_value"},
        {"/values/basic/site_name", "too_long"}}},
      {document_json(
           R"(,"explanations":[{"code":"W101","cell":"release.totl","values":{"release.total":523,"x":1},)"
           R"("text":")" +
           long_explanation +
           R"("},{"code":"W102","cell":"topics.opened","values":[],"text":"a"},)"
           R"({"code":"W102","cell":"topics.opened","values":{},"text":"b"}])"),
       {{"/explanations/0/text", "too_long"},
        {"/explanations/0/cell", "unknown_cell"},
        {"/explanations/0/values/x", "unknown_cell"},
        {"/explanations/1/values", "wrong_type"},
        {"/explanations/2", "duplicate_explanation"}}},
      {document_json(R"(,"explanations":[)" + many_explanations + "]"), {{"/explanations", "too_many"}}},
      {document_json(R"(,"context":{"today":"2020-1-15","site":{"code":"4305250009","name":"a","url":"b"},)"
                     R"("prior":{"period":"2018","values":{"release":{"toal":1}}},"weather":1})"),
       {{"/context/weather", "unknown_member"},
        {"/context/today", "wrong_value"},
        {"/context/site/organiser", "missing_member"},
        {"/context/prior/values/release/toal", "unknown_cell"}}},
      {document_json(R"(,"context":{"site":{"code":"4305250009","name":"a","url":"b","organiser":"c",)"
                     R"("icp_number":1,"police":""}})"),
       {{"/context/site/police", "unknown_member"}, {"/context/site/icp_number", "wrong_type"}}},
      {document_json(R"(,"context":{"prior":{"period":"2019","values":{}}})"),
       {{"/context/prior/period", "wrong_period"}}},
      {document_json(R"(,"context":{"prior":{"period":"去年","values":{}}})"),
       {{"/context/prior/period", "wrong_period"}}},
      {document_json(R"(,"context":{"prior":{"period":"-201","values":{}}})"),
       {{"/context/prior/period", "wrong_period"}}},
      {document_json(R"(,"context":{"prior":{"period":2018,"values":{}}})"),
       {{"/context/prior/period", "wrong_type"}}},
      {document_json(R"(,"explanations":[{"code":"W117","cell":"basic.site_code","values":{"site.code":1,)"
                     R"("site.colour":"x","prior.today":"2020-01-15"},"text":"a"}])"),
       {{"/explanations/0/values/site.code", "wrong_type"},
        {"/explanations/0/values/site.colour", "unknown_cell"},
        {"/explanations/0/values/prior.today", "unknown_cell"}}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text.substr(0, 300));
    const auto document = document::read(parse(each.text), work_report());
    REQUIRE_FALSE(document.ok());
    std::vector<std::pair<std::string, std::string>> found;
    for (const DocumentError& error : document.error()) {
      found.emplace_back(error.pointer, error.code);
      const std::string sentence = document::describe(error);
      CHECK((sentence.ends_with("。") || sentence.ends_with("？")));
    }
    CHECK(found == each.mistakes);
  }
}

TEST_CASE("a mistake says what was found, what is expected and which name was meant") {
  const auto document =
      document::read(parse(document_json(R"(,"values":{"release":{"totl":1,"news":null}})")), work_report());
  REQUIRE_FALSE(document.ok());
  REQUIRE(document.error().size() == 2);
  CHECK(document::describe(document.error()[0]) ==
        "/values/release/totl：表样中没有这一项：“totl”，是否应为“total”？");
  CHECK(document::describe(document.error()[1]) ==
        "/values/release/news：读到 null，应为值；没有填写的项不写。");
}

TEST_CASE("a file with endless mistakes is refused with the first of them") {
  std::string members = R"(,"values":{"release":{)";
  for (int i = 0; i < 5000; ++i) members += (i == 0 ? "\"x" : ",\"x") + std::to_string(i) + "\":1";
  const auto document = document::read(parse(document_json(members + "}}")), work_report());
  REQUIRE_FALSE(document.ok());
  CHECK(document.error().size() == document::max_document_errors);
}

TEST_CASE("read_form_reference tells the form without reading the rest") {
  const auto reference = document::read_form_reference(parse(document_json(R"(,"values":{"no":1})")));
  REQUIRE(reference.ok());
  CHECK(reference.value() == document::FormReference{"work-report", "2017", work_report().digest});
  const auto refused = document::read_form_reference(parse(R"({"format":"tianbao-form/1"})"));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == "wrong_format");
  CHECK(document::read_form_reference(parse("1")).error().code == "wrong_type");
}

TEST_CASE("differing_cells names the cells of which two revisions say something else") {
  const Document left = testing::published_report("dongkou-2019");
  Document right = left;
  CHECK(document::differing_cells(left, right).empty());
  testing::type_into(work_report(), right, "release.total", "16966");
  testing::type_into(work_report(), right, "signature.date", "");
  CHECK(document::differing_cells(left, right) ==
        std::vector<std::size_t>{testing::field_index(work_report(), "release.total"),
                                 testing::field_index(work_report(), "signature.date")});
}

TEST_CASE("a context alone is read as it is written") {
  document::Context context;
  CHECK(document::write_context(context, work_report()).empty());
  context.prior_known = document::PriorKnown::none;
  context.today = "2020-01-15";
  const json::Value written = document::write_context(context, work_report());
  CHECK(json::to_compact(written) == R"({"today":"2020-01-15","prior":null})");
  const auto again = document::read_context(written, work_report());
  REQUIRE(again.ok());
  CHECK(again.value() == context);
}
