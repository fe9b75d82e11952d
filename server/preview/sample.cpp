#include "server/preview/sample.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include <stdlib.h>

#include "server/store/register.h"
#include "shared/form/load.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "shared/number/decimal.h"

namespace tianbao::preview {

namespace {

void set_member(json::Object& object, std::string_view key, json::Value value) {
  const auto member =
      std::find_if(object.begin(), object.end(), [key](const json::Member& each) { return each.key == key; });
  if (member != object.end()) {
    member->value = std::move(value);
  } else {
    object.push_back({std::string(key), std::move(value)});
  }
}

}  // namespace

SampleFolder::~SampleFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

std::string SampleFolder::make() {
  std::error_code error;
  std::string path = (std::filesystem::temp_directory_path(error) / "tianbao-preview-XXXXXX").string();
  if (error || ::mkdtemp(path.data()) == nullptr) {
    return store::describe(store::FileError{"新建临时文件夹", path, error ? error.value() : errno, {}});
  }
  path_ = std::move(path);
  if (const auto failed = store::make_folders(path_, "forms")) return store::describe(*failed);
  auto data = store::DataFolder::open(path_ + "/data", store::WhenMissing::make);
  if (!data) return store::describe(data.error());
  data_ = std::move(data).value();
  const document::Site site{std::string(sample_code), "示例网站", "http://www.example.gov.cn", "示例单位"};
  const auto failed = store::write_site(*data_, {site, std::string(sample_hash)});
  return failed ? store::describe(*failed) : std::string();
}

std::optional<store::FileError> SampleFolder::put_form(std::string_view definition) const {
  return store::write_durably(forms() + "/form.json", definition);
}

void SampleFolder::forget_reports() const {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(data_->site_folder(sample_code), ignored)) {
    if (entry.is_directory(ignored)) std::filesystem::remove_all(entry.path(), ignored);
  }
}

std::string as_shown(std::string_view definition, int this_year) {
  auto parsed = json::parse(definition);
  const auto form = form::load(definition);
  if (!parsed || !form) return std::string(definition);
  json::Object shown = *parsed.value().as_object();
  set_member(shown, "reporter", json::Value("site"));
  if (form.value().first_period >= this_year) {
    json::Object periods = *parsed.value().find("periods")->as_object();
    set_member(periods, "first", json::Value(number::Decimal::from_integer(this_year - 1)));
    set_member(shown, "periods", json::Value(std::move(periods)));
  }
  return json::to_compact(json::Value(std::move(shown)));
}

}  // namespace tianbao::preview
